import type { CheckFacts, Host, Person, ServerFacts } from "#lib/domain/evidence.ts";
import type { Gate } from "#lib/domain/gate.ts";
import { serverAt } from "#lib/fediverse/discover.ts";
import { adapterFor } from "#lib/fediverse/index.ts";
import { namedHost } from "#lib/fediverse/named-host.ts";
import { stancesFrom } from "#lib/fediverse/stances.ts";
import type { CheckDeps } from "./deps.ts";
import type { HomeServer } from "./homes.ts";
import { lifeOf } from "./life.ts";
import { rememberBlockList, rememberNodeInfo } from "./remembered.ts";

export type Homes = { readonly old: HomeServer; readonly targets: Readonly<Record<string, HomeServer>> };
export type Probed = { readonly facts: ServerFacts; readonly requests: number };

/** Everything asked of one follower's server, in the order that settles most with least. */
export async function probeServer(
  deps: CheckDeps,
  check: CheckFacts,
  homes: Homes,
  host: Host,
  people: readonly Person[],
): Promise<Probed> {
  const counted = counting(deps.gate);
  const asker = { ...deps, gate: counted.gate };
  const server = serverAt(host, people.find(({ uri }) => uri)?.uri);
  const nodeinfo = await rememberNodeInfo(asker, server);
  const life = await lifeOf(asker, server.webHost, nodeinfo.fact);
  const said = await saidBy(check, homes, host);
  const first: ServerFacts = { host, nodeinfo: nodeinfo.fact, life, onOld: {}, onTarget: {}, ...said };
  if (!nodeinfo.fact.known) return { facts: first, requests: counted.requests() };
  const adapter = adapterFor(nodeinfo.fact.value.software);
  const list = await rememberBlockList(asker, adapter, server, { nodeinfo });
  const stances = stancesFrom(
    list,
    [check.old, ...check.targets].map((side) => namedHost(side.host, side.webHost)),
  );
  const about = (side: Host) => (stances[side] ? { list: stances[side] } : {});
  return {
    facts: {
      ...first,
      onOld: about(check.old.host),
      onTarget: Object.fromEntries(check.targets.map((target) => [target.key, about(target.host)])),
    },
    requests: counted.requests(),
  };
}

async function saidBy(check: CheckFacts, homes: Homes, host: Host): Promise<Pick<ServerFacts, "byOld" | "byTarget">> {
  const targets = await Promise.all(
    check.targets.map(async ({ key }) => [key, (await homes.targets[key]?.about(host)) ?? {}] as const),
  );
  return { byOld: await homes.old.about(host), byTarget: Object.fromEntries(targets) };
}

function counting(gate: Gate): { readonly gate: Gate; readonly requests: () => number } {
  let requests = 0;
  return {
    gate: {
      ask: (ask) => {
        requests += 1;
        return gate.ask(ask);
      },
    },
    requests: () => requests,
  };
}
