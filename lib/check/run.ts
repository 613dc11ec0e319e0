import { type CheckPatch, patchCheck, readCheck } from "#lib/store/checks.ts";
import { findServers } from "#lib/store/find-servers.ts";
import { type Book, count, type ListName, openBook, pageOf } from "./book.ts";
import { collect, collectLatest } from "./collect.ts";
import type { CheckDeps } from "./deps.ts";
import { judgeStale } from "./judge.ts";
import { openLists } from "./lists.ts";
import { probe } from "./probe.ts";
import { givenFacts, resolve } from "./resolve.ts";
import { type Run, withLease } from "./run-lease.ts";

const ALL_SERVERS = 100_000;

/** One slice of a check: as far as it gets before the process ends or a rate window makes it wait. */
export async function runCheck(deps: CheckDeps, id: string, owner: string, ending: AbortSignal): Promise<void> {
  await withLease(deps, id, owner, ending, (run) => runSteps(run));
}

async function runSteps(run: Run): Promise<void> {
  const started = run.deps.now();
  const book = await openRun(run);
  if (!book || run.signal.aborted) return;
  const until = await readAndProbe(run, book);
  if (run.signal.aborted) return;
  if (until) return waitUntil(run, book, until);
  await collectLatest(run, book);
  await judgeStale(run, book);
  if (!run.signal.aborted) await finish(run, book, started);
}

async function openRun(run: Run): Promise<Book | undefined> {
  const row = await readCheck(run.deps.store, run.id);
  if (!row) return undefined;
  await patch(run, "start", { state: "running", resumesAt: null });
  const facts = row.facts ? { ...row.facts, ...givenFacts(row, run.deps.now()) } : await resolve(run.deps, row);
  const book = openBook(row, facts);
  count(book, "resolve", 1, 1);
  const accts = [facts.old, ...facts.targets].flatMap(({ acct }) => acct ?? []);
  await patch(run, "resolve", { ...pageOf(book), move: book.move, accts });
  const servers = await findServers(run.deps.store, run.id, { limit: ALL_SERVERS });
  for (const { host, verdict } of servers.items)
    if (verdict) book.summaries.set(host, { host, towards: verdict.towards });
  return book;
}

/** Both lists and the servers at once: what a page brings is asked before the next page is there. */
async function readAndProbe(run: Run, book: Book): Promise<string | undefined> {
  const lists = openLists();
  const which: readonly ListName[] = book.facts.mode === "planned" ? ["old"] : ["old", "new"];
  const reading = Promise.all(which.map((list) => collect(run, book, list, lists.ring))).finally(() => lists.end());
  const [ends] = await Promise.all([reading, probe(run, book, lists)]);
  return ends.flatMap(({ until }) => until ?? []).sort()[0];
}

async function waitUntil(run: Run, book: Book, until: string): Promise<void> {
  await patch(run, "wait", { ...pageOf(book), state: "waiting", resumesAt: new Date(until) });
}

async function finish(run: Run, book: Book, started: Date): Promise<void> {
  const { deps, id } = run;
  const row = await readCheck(deps.store, id);
  // Input that came meanwhile has not been judged with: the queue wakes whatever is not done.
  if (row && JSON.stringify(row.input) !== JSON.stringify(book.row.input))
    return patch(run, "finish", { state: "queued" });
  if (!row?.counts) return patchDone(run, book, row?.history ?? []);
  const { here, missing, newList } = row.counts;
  const point = { at: deps.now().toISOString(), here, missing, newList };
  await patchDone(run, book, [...row.history, point]);
  deps.report({
    mode: row.mode,
    here,
    missing,
    servers: book.summaries.size,
    ms: deps.now().getTime() - started.getTime(),
  });
}

async function patchDone(run: Run, book: Book, history: CheckPatch["history"]): Promise<void> {
  count(book, "judge", book.summaries.size, book.summaries.size);
  book.waits.clear();
  await patch(run, "finish", { ...pageOf(book), state: "done", history: history ?? [], resumesAt: null });
}

const patch = (run: Run, step: string, change: CheckPatch): Promise<void> =>
  run.inTurn(() => run.write(step, (on) => patchCheck(on, change)));
