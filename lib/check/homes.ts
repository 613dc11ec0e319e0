import type { BlockList } from "#lib/domain/block-match.ts";
import type { Host, SaidBy, Side } from "#lib/domain/evidence.ts";
import { type Fact, gap, known } from "#lib/domain/fact.ts";
import { adapterFor } from "#lib/fediverse/index.ts";
import { namedHost } from "#lib/fediverse/named-host.ts";
import { askStance, stancesFrom } from "#lib/fediverse/stances.ts";
import type { CheckDeps } from "./deps.ts";
import { rememberBlockList, rememberPeers } from "./remembered.ts";

/** What one of the mover's servers says about followers' servers: one list of blocks and one of peers answer for all. */
export type HomeServer = { about(host: Host): Promise<SaidBy> };

const OWN = { own: true } as const;

export async function openHome(deps: CheckDeps, side: Side): Promise<HomeServer> {
  if (side.host === "") return { about: async () => ({}) };
  const adapter = adapterFor(side.software.known ? side.software.value : undefined);
  const [blocks, peers] = await Promise.all([
    adapter.stance ? undefined : rememberBlockList(deps, adapter, side, OWN),
    rememberPeers(deps, adapter, side, OWN),
  ]);
  const names = new Set(peers.known ? peers.value : []);
  return {
    async about(host) {
      const list = blocks ? fromList(blocks, host) : await askStance(adapter, deps.gate, side, namedHost(host), OWN);
      return { list, peer: peers.known ? known(names.has(host), peers.source) : peers };
    },
  };
}

function fromList(blocks: Fact<BlockList>, host: Host): NonNullable<SaidBy["list"]> {
  const named = namedHost(host);
  return stancesFrom(blocks, [named])[named.host] ?? gap("not-offered");
}
