import { RULES_VERSION } from "#lib/causes/index.ts";
import { countUp, judgeInSlices, judgeMove, tallyUp } from "#lib/causes/judge.ts";
import type { ServerVerdict } from "#lib/domain/diagnosis/verdict.ts";
import type { Acct, Home, Host, Person, ServerFacts } from "#lib/domain/evidence/evidence.ts";
import type { Fact } from "#lib/domain/evidence/fact.ts";
import { arrivedFrom } from "#lib/store/check/arrivals.ts";
import { patchCheck } from "#lib/store/check/checks.ts";
import { peopleOf, savePeople } from "#lib/store/check/people.ts";
import {
  type Asked,
  readServers,
  type Stale,
  saveAsked,
  saveJudged,
  staleAll,
  staleServers,
} from "#lib/store/check/servers.ts";
import type { Writing } from "#lib/store/check/write.ts";
import { withGiven } from "../servers/handed-in.ts";
import { withNewNames } from "../servers/new-names.ts";
import { withHome } from "../servers/single-accounts.ts";
import type { Run } from "../state/run-lease.ts";
import { type Book, pageOf } from "../state/run-state.ts";

const AT_ONCE = 40;

/** What a server said, and what became of single people of it. */
export type Answered = { readonly asked: Asked; readonly singles: ReadonlyMap<Acct, Fact<Home>> };

/**
 * What servers were found to say, and the verdicts on all their people, commit together. Whatever has been answered by
 * the time it is their turn is taken along.
 */
export async function judgeAsked(run: Run, book: Book, take: () => readonly Answered[]): Promise<void> {
  await run.inTurn(async () => {
    const answered = take();
    const facts = new Map(answered.map(({ asked }) => [asked.facts.host, asked.facts]));
    const singles = new Map(answered.flatMap((one) => [...one.singles]));
    const judged = await judgeHosts(run, book, facts, singles);
    await run.write("probe", async (on) => {
      await savePeople(on, judged.learnt);
      await saveAsked(
        on,
        answered.map(({ asked }) => asked),
      );
      await saveVerdictsOf(on, book, judged.verdicts);
    });
  });
}

/** Judges every server whose people or facts changed since its last verdict. */
export async function judgeStale(run: Run, book: Book, which: Stale = "all"): Promise<void> {
  while (!run.signal.aborted && (await run.inTurn(() => judgeSomeStale(run, book, which))));
}

async function judgeSomeStale(run: Run, book: Book, which: Stale): Promise<boolean> {
  const hosts = await staleServers(run.deps.store, run.id, AT_ONCE, which);
  if (hosts.length === 0) return false;
  const rows = await readServers(run.deps.store, run.id, hosts);
  const facts = new Map(rows.map((row) => [row.host, row.facts ?? nothingAsked(row.host)]));
  const judged = await judgeHosts(run, book, facts);
  await run.write("judge", async (on) => {
    await savePeople(on, judged.learnt);
    await saveVerdictsOf(on, book, judged.verdicts);
  });
  return true;
}

const nothingAsked = (host: Host): ServerFacts => ({ host, onOld: {}, onTarget: {}, byOld: {}, byTarget: {} });

/** `learnt`: what is new about single people, to be written with the verdicts that rest on it. */
type Judged = { readonly verdicts: readonly ServerVerdict[]; readonly learnt: readonly Person[] };

async function judgeHosts(
  run: Run,
  book: Book,
  facts: ReadonlyMap<Host, ServerFacts>,
  singles: ReadonlyMap<Acct, Fact<Home>> = new Map(),
): Promise<Judged> {
  const { store, now } = run.deps;
  book.facts = { ...book.facts, now: now().toISOString() };
  const key = book.facts.targets[0]?.key ?? "";
  const hosts = [...facts.keys()];
  const arrived = await arrivedFrom(store, run.id, hosts, key);
  const met = await peopleOf(store, run.id, hosts);
  const before = hosts.flatMap((host) => met.get(host) ?? []);
  const people = await withNewNames(
    run,
    book.facts.old,
    facts,
    before.map((person) => withHome(person, singles)),
  );
  const byHost = Map.groupBy(people, ({ server }) => server);
  const verdicts: ServerVerdict[] = [];
  for (const [host, found] of facts) {
    const counted = { ...found, arrived: { [key]: arrived.get(host) ?? 0 } };
    const given = withGiven(counted, book.row.input, book.facts);
    verdicts.push(await inSlices(judgeInSlices(book.facts, book.move, given, byHost.get(host) ?? [])));
  }
  return { verdicts, learnt: people.filter((person, at) => person !== before[at]) };
}

/** A server may have thousands of people here; between slices everybody else gets a turn. */
async function inSlices<T>(steps: Generator<undefined, T>): Promise<T> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function saveVerdictsOf(on: Writing, book: Book, verdicts: readonly ServerVerdict[]): Promise<void> {
  const key = book.facts.targets[0]?.key ?? "";
  await saveJudged(on, verdicts, key);
  for (const { host, towards } of verdicts) book.summaries.set(host, { host, towards });
  await saveWhole(on, book);
}

/** The move and the counts, from all that is known so far. Where the move looks different now, so does everybody. */
export async function saveWhole(on: Writing, book: Book): Promise<void> {
  const before = book.move.state;
  const all = [...book.summaries.values()];
  book.move = judgeMove(book.facts, tallyUp(book.facts, all));
  if (book.move.state !== before) await staleAll(on);
  const counts = countUp(book.facts, all);
  await patchCheck(on, { ...pageOf(book), move: book.move, counts, rules: RULES_VERSION });
}
