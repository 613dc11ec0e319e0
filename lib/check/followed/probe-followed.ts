import { judgeMove, judgeServer } from "#lib/causes/judge.ts";
import type { CheckFacts, ServerFacts } from "#lib/domain/evidence/evidence.ts";
import { gap, known } from "#lib/domain/evidence/fact.ts";
import type { Person } from "#lib/domain/evidence/person.ts";
import { askPeers } from "#lib/fediverse/about/peers.ts";
import { nextOfFollowed } from "#lib/fediverse/order/followed-plans.ts";
import { MOST_REQUESTS, type Turn } from "#lib/fediverse/order/order.ts";
import { adapterFor } from "#lib/fediverse/software/index.ts";
import { defined } from "#lib/flow/defined.ts";
import type { ServerRow } from "#lib/store/check/servers.ts";
import { keepServer } from "../again/keep-server.ts";
import { answer } from "../servers/ask/answer.ts";
import { withAnswer, withSide } from "../servers/ask/answer-place.ts";
import { stillThere } from "../servers/ask/still-there.ts";
import type { Asking, MoversServers } from "../servers/ask/visit.ts";
import { counting } from "../servers/counting.ts";
import { watchStanding } from "../servers/our-standing.ts";
import { meet } from "../servers/probe-server.ts";
import type { CheckDeps } from "../state/deps.ts";

type Visit = {
  readonly deps: CheckDeps;
  readonly check: CheckFacts;
  readonly moversServers: MoversServers;
  readonly row: ServerRow;
  /** Some of them, to find the server by. */
  readonly people: readonly Person[];
  readonly over: AbortSignal;
};
type Probed = { readonly facts: ServerFacts; readonly requests: number };

/** What it has not been asked yet about the candidates. Nothing where all of it is known already. */
export async function probeFollowed(visit: Visit): Promise<Probed | undefined> {
  const { deps, check, moversServers, row, people, over } = visit;
  const fresh = freshFacts(visit);
  const before = fresh ? row.asked : 0;
  const most = () => MOST_REQUESTS - before;
  const { gate: counted, requests } = counting({ ...deps, silent: () => undefined, most });
  const { gate, refusesSigned } = watchStanding(counted);
  const asker = { ...deps, gate };
  if (fresh && !(isThere(fresh) && isOpen(check, fresh, row.asked))) return undefined;
  const { server, adapter, first } = await meet(asker, check, moversServers, row.host, people);
  const asking: Asking = {
    ...{ deps: asker, check, adapter, server, over, people: [], again: [], most: MOST_REQUESTS },
    ...{ singles: new Map(), either: new Set(), askedByKey: new Set(), toldByApi: new Map() },
  };
  const asked = await askAll(asking, fresh ?? first, () => before + requests());
  if (over.aborted || (fresh && asked === fresh)) return undefined;
  const facts = fresh ? asked : await stillThere(asker, server, asked);
  const all = { ...facts, ...defined({ refusesSigned: refusesSigned(server) }) };
  return { facts: fresh ? all : keepServer(row.facts, all, deps.now()), requests: requests() };
}

/** What it said in this reading of the lists: nothing of it is asked for again. */
function freshFacts({ deps: { notBefore }, row: { facts, askedAt } }: Visit): ServerFacts | undefined {
  if (!facts || !askedAt || (notBefore && askedAt < notBefore)) return undefined;
  return facts;
}

/** Something is left to ask of a server that did not settle it in the check of followers. */
function isOpen(check: CheckFacts, facts: ServerFacts, requests: number): boolean {
  const { nodeinfo } = facts;
  const { id } = adapterFor(nodeinfo?.known ? nodeinfo.value.software : undefined);
  return !isSettled(check, facts) && nextOfFollowed(id, facts, { ...targetsOf(check), requests }).next === "ask";
}

const targetsOf = ({ targets }: CheckFacts) => ({
  targets: targets.map(({ key }) => key),
  withAccount: targets.flatMap(({ key, acct }) => (acct === undefined ? [] : [key])),
});

async function askAll(asking: Asking, first: ServerFacts, requests: () => number): Promise<ServerFacts> {
  const { check, adapter, over } = asking;
  let facts = first;
  for (;;) {
    if (over.aborted || !isThere(facts) || isSettled(check, facts)) return facts;
    const turn = nextOfFollowed(adapter.id, facts, { ...targetsOf(check), requests: requests() });
    if (turn.next === "stop" || turn.next === "wait") return facts;
    if (turn.next === "ask") facts = await askNext(asking, facts, turn.turns);
    else if (turn.question.ask === "home" || turn.question.ask === "accounts") return facts;
    else facts = withAnswer(facts, turn.question, gap("over-budget"));
  }
}

const isThere = ({ life }: ServerFacts): boolean => life?.known === true && life.value.state === "alive";

/** Of several candidates the whole list of peers tells in one request. */
async function askNext(asking: Asking, facts: ServerFacts, turns: readonly Turn[]): Promise<ServerFacts> {
  const several = asking.check.targets.length > 1 && asking.adapter.peers !== undefined;
  if (several && turns[0]?.question.ask === "peer") return askPeersOnce(asking, facts);
  let all = facts;
  for (const turn of turns) all = (await answer(asking, all, turn))(all);
  return all;
}

async function askPeersOnce({ adapter, deps, server, check }: Asking, facts: ServerFacts): Promise<ServerFacts> {
  const peers = await askPeers(adapter, deps.gate, server);
  const names = new Set(peers.known ? peers.value : []);
  return check.targets.reduce(
    (all, { key, host }) => withSide(all, key, { peer: peers.known ? known(names.has(host), peers.source) : peers }),
    facts,
  );
}

/** Towards every candidate it is known whether its people can be followed. */
function isSettled(check: CheckFacts, facts: ServerFacts): boolean {
  const { followed = {} } = judgeServer(check, judgeMove(check), facts, []);
  return Object.values(followed).every(({ kind }) => kind !== "unknown");
}
