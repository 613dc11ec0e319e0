import type { Acct, CheckFacts, Home, Host, Person, ServerFacts, Side } from "#lib/domain/evidence.ts";
import { type Fact, gap, type Missing } from "#lib/domain/fact.ts";
import { abilityFrom } from "#lib/fediverse/abilities.ts";
import type { Adapter, Server } from "#lib/fediverse/adapter.ts";
import { serverAt } from "#lib/fediverse/discover.ts";
import { adapterFor } from "#lib/fediverse/index.ts";
import { nextQuestion, type PlannedQuestion, planFor, type Turn } from "#lib/fediverse/order.ts";
import { askSingleHomes } from "./accounts.ts";
import { answer } from "./answer.ts";
import { withAnswer } from "./answer-place.ts";
import { counting } from "./counting.ts";
import type { CheckDeps } from "./deps.ts";
import { type EarlierHomes, earlierHomes } from "./earlier-homes.ts";
import type { HomeServer } from "./homes.ts";
import { lifeOf } from "./life.ts";
import { rememberNodeInfo } from "./remembered.ts";
import { isSettled } from "./settled.ts";

export type Homes = { readonly old: HomeServer; readonly targets: Readonly<Record<string, HomeServer>> };
/** Everything a question to one server needs. */
export type Asking = EarlierHomes & {
  readonly deps: Pick<CheckDeps, "gate" | "memory" | "notBefore" | "now">;
  readonly check: CheckFacts;
  readonly adapter: Adapter;
  readonly server: Server;
  /** Nobody waits for further answers. */
  readonly over: AbortSignal;
  /** What became of single people, as far as it was met on the way. */
  readonly singles: Map<Acct, Fact<Home>>;
};
export type Probed = {
  readonly facts: ServerFacts;
  readonly requests: number;
  /** What became of single people, where that decided something. */
  readonly singles: ReadonlyMap<Acct, Fact<Home>>;
};
/** One server to ask. */
export type Visit = {
  readonly host: Host;
  readonly people: readonly Person[];
  readonly over: AbortSignal;
  /** Called when it lets a question wait. */
  readonly silent: () => void;
};

/** Everything asked of one follower's server, in the order that settles most with least. */
export async function probeServer(
  deps: CheckDeps,
  check: CheckFacts,
  homes: Homes,
  { host, people, over, silent }: Visit,
): Promise<Probed> {
  const { gate, requests } = counting(deps.gate, silent);
  const asker = { ...deps, gate };
  const server = serverAt(host, people.find(({ uri }) => uri)?.uri);
  const [nodeinfo, said] = await Promise.all([rememberNodeInfo(asker, server), saidBy(check, homes, host)]);
  const life = await lifeOf(asker, server.webHost, nodeinfo.fact);
  const first: ServerFacts = {
    host,
    nodeinfo: nodeinfo.fact,
    life,
    ability: abilityFrom(nodeinfo.fact),
    ...NOT_YET,
    ...said,
  };
  if (!life.known || life.value.state !== "alive") return { facts: first, requests: requests(), singles: new Map() };
  const adapter = adapterFor(nodeinfo.fact.known ? nodeinfo.fact.value.software : undefined);
  const asked = earlierHomes(people, deps.notBefore);
  const asking: Asking = { deps: asker, check, adapter, server, ...asked, over, singles: new Map() };
  const facts = await askInOrder(asking, first, requests);
  if (!over.aborted) await askSingleHomes(asking, facts, requests);
  return { facts, requests: requests(), singles: asking.singles };
}

const NOT_YET = { onOld: {}, onTarget: {} } as const;

async function askInOrder(asking: Asking, first: ServerFacts, requests: () => number): Promise<ServerFacts> {
  const { check, adapter, people, over } = asking;
  const plan = planFor(adapter.family);
  const context = {
    targets: check.targets.map(({ key }) => key),
    withAccount: check.targets.flatMap(({ key, acct }) => (acct === undefined ? [] : [key])),
    here: Object.fromEntries(check.targets.map(({ key }) => [key, hereIn(people, key)])),
  };
  let facts = first;
  for (;;) {
    const settled = isSettled(check, facts, people);
    const turn = nextQuestion(plan, facts, { ...context, requests: requests(), settled });
    if (turn.next === "stop" || over.aborted) return facts;
    facts = turn.next === "ask" ? await askTogether(asking, facts, turn.turns) : left(facts, turn.question);
  }
}

async function askTogether(asking: Asking, facts: ServerFacts, turns: readonly Turn[]): Promise<ServerFacts> {
  const puts = await Promise.all(turns.map((turn) => answer(asking, facts, turn)));
  return puts.reduce((all, put) => put(all), facts);
}

const left = (facts: ServerFacts, question: PlannedQuestion): ServerFacts => withAnswer(facts, question, OVER_BUDGET);

const OVER_BUDGET: Missing = gap("over-budget");
const hereIn = (people: readonly Person[], key: string): number =>
  people.filter((person) => person.in.includes(key)).length;

async function saidBy(check: CheckFacts, homes: Homes, host: Host): Promise<Pick<ServerFacts, "byOld" | "byTarget">> {
  const of = async ({ key }: Side) => [key, (await homes.targets[key]?.about(host)) ?? {}] as const;
  const [byOld, ...byTargets] = await Promise.all([homes.old.about(host), ...check.targets.map(of)]);
  return { byOld, byTarget: Object.fromEntries(byTargets) };
}
