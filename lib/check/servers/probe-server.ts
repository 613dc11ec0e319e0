import type { CheckFacts, ServerFacts } from "#lib/domain/evidence/evidence.ts";
import type { Fact } from "#lib/domain/evidence/fact.ts";
import type { Home, Person } from "#lib/domain/evidence/person.ts";
import type { Side } from "#lib/domain/evidence/side.ts";
import { isNamed } from "#lib/domain/names/address.ts";
import type { Acct, Host } from "#lib/domain/names/spellings.ts";
import { serverAt } from "#lib/fediverse/find/discover.ts";
import { MOST_OF_MOVERS, MOST_REQUESTS } from "#lib/fediverse/order/order.ts";
import type { Adapter, Server } from "#lib/fediverse/question/adapter.ts";
import { adapterFor } from "#lib/fediverse/software/index.ts";
import { defined } from "#lib/flow/defined.ts";
import { abilityFrom } from "#lib/software/abilities.ts";
import type { CheckDeps } from "../state/deps.ts";
import { askInOrder } from "./ask/ask-in-order.ts";
import { findServer } from "./ask/find-server.ts";
import { missingAmong } from "./ask/settled.ts";
import { askSingleAccounts, tellGoneApart } from "./ask/single-accounts.ts";
import { stillThere } from "./ask/still-there.ts";
import type { Asking, MoversServers, Probed, Visit } from "./ask/visit.ts";
import { counting } from "./counting.ts";
import { earlierHomes } from "./earlier-answers.ts";
import { confirmGone, findClosedDown } from "./gone.ts";
import { lifeOf } from "./life.ts";
import { findAddresses, nameThem } from "./naming.ts";
import { watchStanding } from "./our-standing.ts";
import { noteSlow, wasSlow } from "./slow-before.ts";

/** Everything asked of one follower's server, in the order that settles most with least. */
export async function probeServer(
  deps: CheckDeps,
  check: () => CheckFacts,
  moversServers: MoversServers,
  visit: Visit,
): Promise<Probed> {
  const { host, over } = visit;
  const people = await visit.people();
  let most = mostTo(check(), serverAt(host, undefined));
  const before = wasSlow(deps, host);
  // It is waited for longest: it needs no place, and nobody waits behind it.
  const turn = async () => ((await before) ? !over.aborted : visit.turn());
  const { silent } = visit;
  const { gate: counted, requests, slow } = counting({ ...deps, silent, turn, most: () => most });
  const { gate, refusesSigned } = watchStanding(counted);
  const asker = { ...deps, gate };
  const { server, adapter, first } = await meet(asker, check(), moversServers, host, people);
  most = mostTo(check(), server);
  const { life } = first;
  if (!life?.known || life.value.state !== "alive") return { facts: first, requests: requests(), singles: new Map() };
  const keeps = check().mode === "moved" && keepsOldFollow(first);
  // A slow one would hold up the end of the check: it is asked on, also where all its people may still turn up.
  if (keeps && !slow(await before)) await visit.listsRead();
  await nameThem({ asker, adapter, server }, visit.nameless);
  const met = {
    ...{ singles: new Map<Acct, Fact<Home>>(), either: new Set<Acct>() },
    ...{ askedByKey: new Set<string>(), toldByApi: new Map<Acct, Fact<Home>>() },
  };
  const asking = async (): Promise<Asking> => {
    const asked = earlierHomes(await visit.people(), deps.notBefore);
    const isSlow = slow(await before);
    return { deps: asker, check: check(), adapter, server, ...asked, over, most, isSlow, ...met };
  };
  const asked = await askInOrder(asking, first, visit, requests);
  if (slow(false)) await noteSlow(deps, host, requests());
  const facts = over.aborted ? asked : await stillThere(asker, server, asked);
  const closed = over.aborted ? undefined : await findClosedDown(asker, facts, await visit.people());
  if (closed) return { facts: { ...facts, life: closed }, requests: requests(), singles: met.singles };
  if (!over.aborted && mayTurnUp(await visit.people(), keeps, visit)) await visit.listsRead();
  // Who stands in a list under an address alone is not missing: that comes before what became of those who are.
  const left = over.aborted ? [] : await visit.nameless.around();
  const addresses = await findAddresses(asker, server, missingAmong(await visit.people()), left);
  if (!over.aborted) await askSingleAccounts(await asking(), { ...facts, arrived: await visit.arrived() }, requests);
  if (!over.aborted) await tellGoneApart(await asking(), requests);
  return {
    facts: { ...facts, ...defined({ refusesSigned: refusesSigned(server) }) },
    requests: requests(),
    singles: met.singles,
    addresses,
  };
}

export type Met = { readonly server: Server; readonly adapter: Adapter; readonly first: ServerFacts };

/** Where it answers, what it runs, whether it is there, and what the mover's servers say of it. */
export async function meet(
  asker: Asking["deps"],
  check: CheckFacts,
  moversServers: MoversServers,
  host: Host,
  people: readonly Person[],
): Promise<Met> {
  const [{ server, nodeinfo }, said] = await Promise.all([
    findServer(asker, host, people),
    saidBy(check, moversServers, host, people),
  ]);
  const life = await confirmGone(asker, server, await lifeOf(asker, server.webHost, nodeinfo.fact), people);
  const about = { host, nodeinfo: nodeinfo.fact, life, ability: abilityFrom(nodeinfo.fact) };
  const adapter = adapterFor(nodeinfo.fact.known ? nodeinfo.fact.value.software : undefined);
  return { server, adapter, first: { ...about, ...NOT_YET, ...said } };
}

/** Only when both lists are read it is known who stands in neither, and who in the old one alone. */
const mayTurnUp = (people: readonly Person[], keepsOldFollow: boolean, { lists }: Pick<Visit, "lists">): boolean =>
  lists() === "going-on" && missingAmong(people).some(({ old }) => keepsOldFollow || !old);

const mostTo = (check: CheckFacts, server: Server): number =>
  isMovers(check, server) ? MOST_OF_MOVERS : MOST_REQUESTS;

const isMovers = ({ old, targets }: CheckFacts, { host, webHost }: Server): boolean =>
  [old, ...targets].some((side) => [side.host, side.webHost].some((name) => name === host || name === webHost));

/** Then people who came along stand in the old list as well, and only the new list tells who is missing. */
const keepsOldFollow = ({ ability }: ServerFacts): boolean => ability?.known === true && ability.value.keepsOldFollow;

const NOT_YET = { onOld: {}, onTarget: {} } as const;

async function saidBy(
  check: CheckFacts,
  moversServers: MoversServers,
  host: Host,
  people: readonly Person[],
): Promise<Pick<ServerFacts, "byOld" | "byTarget">> {
  // Whom the new server limits waits on neither list: without a list from before nobody would be known to.
  const mayWait = people.filter((person) => person.before === "snapshot" && person.in.length === 0 && isNamed(person));
  const waiting = mayWait.find(({ old }) => !old) ?? mayWait[0];
  // A row for either name of a server may shut its people out.
  const { webHost } = serverAt(host, people.find(({ uri }) => uri)?.uri);
  const of = async ({ key }: Side) =>
    [key, (await moversServers.targets[key]?.about(host, waiting?.acct, webHost)) ?? {}] as const;
  const [byOld, ...byTargets] = await Promise.all([
    moversServers.old.about(host, undefined, webHost),
    ...check.targets.map(of),
  ]);
  return { byOld, byTarget: Object.fromEntries(byTargets) };
}
