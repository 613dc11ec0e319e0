import type { BlockList, NamedHost } from "#lib/domain/blocks/block-match.ts";
import type { SaidBy, Sight } from "#lib/domain/evidence/answers.ts";
import { type Fact, gap, known } from "#lib/domain/evidence/fact.ts";
import type { Side } from "#lib/domain/evidence/side.ts";
import type { Acct, Host } from "#lib/domain/names/spellings.ts";
import { allowIn, askAllows } from "#lib/fediverse/about/allows.ts";
import { namedHost } from "#lib/fediverse/about/named-host.ts";
import { askStance, stancesFrom } from "#lib/fediverse/about/stances.ts";
import { askSight } from "#lib/fediverse/about/view.ts";
import { adapterFor } from "#lib/fediverse/software/index.ts";
import { traitsOfFact } from "#lib/software/traits-of.ts";
import { rememberBlockList, rememberPeers } from "../servers/kept-answers.ts";
import type { CheckDeps } from "../state/deps.ts";

/** What one of the mover's servers says about followers' servers: one list of blocks and one of peers answer for all. */
export type MoversServer = {
  /** `somebody`: of that host, to be looked up where list and peers leave open whether it is limited. */
  about(host: Host, somebody?: Acct, webHost?: Host): Promise<SaidBy>;
};

const OWN = { own: true } as const;
/** The servers with most people come first, and the new list is to be read with the same permits. */
const MOST_LOOKUPS = 40;

export async function openMoversServer(deps: CheckDeps, side: Side): Promise<MoversServer> {
  if (side.host === "") return { about: async () => ({}) };
  const adapter = adapterFor(side.software.known ? side.software.value : undefined);
  const [blocks, peers, allows] = await Promise.all([
    adapter.stance ? undefined : rememberBlockList(deps, adapter, side, OWN),
    rememberPeers(deps, adapter, side, OWN),
    adapter.allows && askAllows(adapter, deps.gate, side, OWN),
  ]);
  const names = new Set(peers.known ? peers.value : []);
  let left = MOST_LOOKUPS;
  return {
    async about(host, somebody, webHost = host) {
      const named = namedHost(host, webHost);
      const list = blocks ? fromList(blocks, named) : await askStance(adapter, deps.gate, side, named, OWN);
      const allow = allows ? { allow: allowIn(allows, webHost) } : {};
      const peer = peers.known ? known(names.has(host), peers.source) : peers;
      const isOpen = list.known || !peer.known || peer.value;
      // Elsewhere a look-up may fetch the account anew.
      if (isOpen || !somebody || !traitsOfFact(side.software)?.showsCopiesAlone || left === 0)
        return { list, peer, ...allow };
      left -= 1;
      return { list, peer, ...allow, sight: sightOf(somebody, await askSight(adapter, deps.gate, side, somebody)) };
    },
  };
}

const sightOf = (of: Acct, sight: Fact<Sight>): Fact<Sight> =>
  sight.known ? { ...sight, value: { ...sight.value, of } } : sight;

function fromList(blocks: Fact<BlockList>, named: NamedHost): NonNullable<SaidBy["list"]> {
  return stancesFrom(blocks, [named])[named.host] ?? gap("not-offered");
}
