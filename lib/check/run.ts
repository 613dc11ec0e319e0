import { type CheckPatch, endRun, patchCheck, readCheck } from "#lib/store/checks.ts";
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
  if (!row) return;
  const at = deps.now();
  const { here = 0, missing = 0, newList = null } = row.counts ?? {};
  const history = [...row.history, { at: at.toISOString(), here, missing, newList }];
  count(book, "judge", book.summaries.size, book.summaries.size);
  book.waits.clear();
  // Input that came meanwhile has not been judged with: then this run was not the last one.
  const last = await run.inTurn(() =>
    run.write("finish", (on) =>
      endRun(on, book.row.inputRev, { ...pageOf(book), state: "done", history, resumesAt: null }),
    ),
  );
  if (last)
    deps.report({ mode: row.mode, here, missing, servers: book.summaries.size, ms: at.getTime() - started.getTime() });
}

const patch = (run: Run, step: string, change: CheckPatch): Promise<void> =>
  run.inTurn(() => run.write(step, (on) => patchCheck(on, change)));
