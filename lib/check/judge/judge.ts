import { countUp, judgeInSlices, judgeMove, tallyUp } from "#lib/causes/judge.ts";
import type { Counts, ServerVerdict } from "#lib/domain/diagnosis/verdict.ts";
import { nothingAsked, type ServerFacts } from "#lib/domain/evidence/evidence.ts";
import type { Fact } from "#lib/domain/evidence/fact.ts";
import type { Home, Person } from "#lib/domain/evidence/person.ts";
import { ownAccts } from "#lib/domain/move/mover.ts";
import type { Acct, Host } from "#lib/domain/names/spellings.ts";
import { patchCheck } from "#lib/store/check/checks.ts";
import { arrivedFrom } from "#lib/store/check/people/arrivals.ts";
import { peopleOf, savePeople } from "#lib/store/check/people/people.ts";
import {
  type AskedServer,
  readServers,
  type Stale,
  saveAsked,
  saveJudged,
  staleAll,
  staleServers,
} from "#lib/store/check/servers.ts";
import type { Writing } from "#lib/store/check/write.ts";
import { withHome } from "../servers/ask/open-accounts.ts";
import { withGiven } from "../servers/handed-in.ts";
import { withNewNames } from "../servers/new-names.ts";
import type { Run } from "../state/run-lease.ts";
import { pageOf, type RunState } from "../state/run-state.ts";

const AT_ONCE = 40;

/** What a server said, and what became of single people of it. */
export type Answered = {
  readonly asked: AskedServer;
  readonly singles: ReadonlyMap<Acct, Fact<Home>>;
  readonly addresses: ReadonlyMap<Acct, string>;
};

/**
 * What servers were found to say, and the verdicts on all their people, commit together. Whatever has been answered by
 * the time it is their turn is taken along.
 */
export async function judgeAsked(run: Run, runState: RunState, take: () => readonly Answered[]): Promise<void> {
  await run.inTurn(async () => {
    const answered = take();
    const facts = new Map(answered.map(({ asked }) => [asked.facts.host, asked.facts]));
    const learnt = {
      singles: new Map(answered.flatMap((one) => [...one.singles])),
      addresses: new Map(answered.flatMap((one) => [...one.addresses])),
    };
    const judged = await judgeHosts(run, runState, facts, learnt);
    await run.write("probe", async (on) => {
      await savePeople(on, judged.learnt);
      await saveAsked(
        on,
        answered.map(({ asked }) => asked),
      );
      await saveVerdictsOf(on, runState, judged.verdicts);
    });
  });
}

type StaleOptions = {
  readonly which?: Stale;
  /** Writes beside the verdicts on some servers, in the same transaction. */
  readonly around?: (on: Writing, hosts: readonly Host[], save: () => Promise<void>) => Promise<void>;
};

/** Judges every server whose people or facts changed since its last verdict. */
export async function judgeStale(run: Run, runState: RunState, options: StaleOptions = {}): Promise<void> {
  while (!run.signal.aborted && (await run.inTurn(() => judgeSomeStale(run, runState, options))));
}

async function judgeSomeStale(
  run: Run,
  runState: RunState,
  { which = "all", around = (_, __, save) => save() }: StaleOptions,
): Promise<boolean> {
  const hosts = await staleServers(run.deps.store, run.id, AT_ONCE, which);
  if (hosts.length === 0) return false;
  const rows = await readServers(run.deps.store, run.id, hosts);
  const facts = new Map(rows.map((row) => [row.host, row.facts ?? nothingAsked(row.host)]));
  const judged = await judgeHosts(run, runState, facts);
  await run.write("judge", (on) =>
    around(on, hosts, async () => {
      await savePeople(on, judged.learnt);
      await saveVerdictsOf(on, runState, judged.verdicts);
    }),
  );
  return true;
}

/** `learnt`: what is new about single people, to be written with the verdicts that rest on it. */
type Judged = { readonly verdicts: readonly ServerVerdict[]; readonly learnt: readonly Person[] };

const NOTHING: Pick<Answered, "singles" | "addresses"> = { singles: new Map(), addresses: new Map() };

function withAddress(person: Person, addresses: Answered["addresses"]): Person {
  const uri = addresses.get(person.acct);
  return uri === undefined ? person : { ...person, uri };
}

async function judgeHosts(
  run: Run,
  runState: RunState,
  facts: ReadonlyMap<Host, ServerFacts>,
  { singles, addresses }: Pick<Answered, "singles" | "addresses"> = NOTHING,
): Promise<Judged> {
  const { store, now } = run.deps;
  runState.facts = { ...runState.facts, now: now().toISOString() };
  const key = runState.facts.targets[0]?.key ?? "";
  const hosts = [...facts.keys()];
  const arrived = await arrivedFrom(store, run.id, hosts, key, ownAccts(runState.facts));
  const met = await peopleOf(store, run.id, hosts);
  const before = hosts.flatMap((host) => met.get(host) ?? []);
  const people = await withNewNames(
    run,
    runState.facts.old,
    facts,
    before.map((person) => withAddress(withHome(person, singles), addresses)),
  );
  const byHost = Map.groupBy(people, ({ server }) => server);
  const verdicts: ServerVerdict[] = [];
  for (const [host, found] of facts) {
    const counted = { ...found, arrived: { [key]: arrived.get(host) ?? 0 } };
    const defined = withGiven(counted, runState.row.input, runState.facts);
    verdicts.push(await inSlices(judgeInSlices(runState.facts, runState.move, defined, byHost.get(host) ?? [])));
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

async function saveVerdictsOf(on: Writing, runState: RunState, verdicts: readonly ServerVerdict[]): Promise<void> {
  const key = runState.facts.targets[0]?.key ?? "";
  await saveJudged(on, verdicts, key);
  for (const { host, known, towards } of verdicts) if (known > 0) runState.summaries.set(host, { host, towards });
  await saveWhole(on, runState);
}

/** While people without a name may be some of the missing, each pair of them counts once, and newcomers are not counted. */
const atLeast = (counts: Counts, unmatched: number): Counts =>
  unmatched === 0
    ? counts
    : { ...counts, missing: Math.max(0, counts.missing - unmatched), missingIs: "at-least", newcomers: null };

/** The move and the counts, from all that is known so far. Where the move looks different now, so does everybody. */
export async function saveWhole(on: Writing, runState: RunState): Promise<void> {
  const before = runState.move.state;
  const all = [...runState.summaries.values()];
  runState.move = judgeMove(runState.facts, tallyUp(runState.facts, all));
  if (runState.move.state !== before) await staleAll(on);
  const counts = countUp(runState.facts, all);
  const told = atLeast(counts, runState.unmatched);
  await patchCheck(on, { ...pageOf(runState), move: runState.move, counts: told, rules: runState.rules });
}
