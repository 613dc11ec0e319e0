import type { BlockList, NamedHost } from "#lib/domain/blocks/block-match.ts";
import { type Fact, isPassing, known, NOT_ASKED } from "#lib/domain/evidence/fact.ts";
import type { FederationMode } from "#lib/domain/evidence/federation-mode.ts";
import type { Software } from "#lib/domain/evidence/server.ts";
import type { Stance } from "#lib/domain/evidence/stance.ts";
import { memoryKey } from "#lib/domain/ports/memory-key.ts";
import { namedHost, withoutNames } from "#lib/fediverse/about/named-host.ts";
import { askPeer } from "#lib/fediverse/about/peers.ts";
import { askBlockList, askStance, stancesFrom } from "#lib/fediverse/about/stances.ts";
import { readNodeInfo } from "#lib/fediverse/find/nodeinfo.ts";
import type { Server } from "#lib/fediverse/question/adapter.ts";
import { adapterFor } from "#lib/fediverse/software/index.ts";
import { defined } from "#lib/flow/defined.ts";
import type { ShareAccount } from "#lib/store/tables/types.ts";
import { askAllowed, askMode } from "./chosen.ts";
import type { ShareDeps } from "./deps.ts";
import { fewAsks } from "./few-asks.ts";

const DAY_MS = 86_400_000;
const PASSING_MS = 600_000;

type Deps = Pick<ShareDeps, "gate" | "memory" | "now">;
type NewServer = {
  readonly software: Fact<Software>;
  readonly list: Fact<BlockList>;
  readonly mode?: Fact<FederationMode>;
};
/** What the mover's new server publishes about a visitor's, whether it has met it, and what it runs itself. */
type ByNew = {
  readonly atNew: Fact<Stance>;
  readonly metByNew?: Fact<boolean>;
  readonly allowedByNew?: Fact<boolean>;
  readonly modeOfNew?: Fact<FederationMode>;
  readonly softwareOfNew?: Fact<Software>;
};

/**
 * What the mover's new server publishes about a visitor's. Its list is read once a day for all who ask, and kept
 * without names; a server that answers about one name at a time is asked about each visitor's server once a day.
 */
export async function askNewServer(
  deps: Deps,
  target: ShareAccount,
  { host: visitorName, webHost: visitorHost }: Server,
): Promise<ByNew> {
  const visitor = namedHost(visitorName, visitorHost);
  const { host, webHost } = target;
  if (visitor.names.some(({ name, own }) => own && (name === host || name === webHost))) return { atNew: NOT_ASKED };
  const gate = fewAsks(deps.gate, deps.now);
  const server = { host, webHost };
  const { software, list, mode } = await kept<NewServer>(deps, webHost, "share/new-server", async () => {
    const nodeinfo = await readNodeInfo(gate, server);
    if (!nodeinfo.fact.known) return { software: nodeinfo.fact, list: nodeinfo.fact };
    const found = nodeinfo.fact.value.software;
    const adapter = adapterFor(found);
    const read = adapter.stance ? NOT_ASKED : await askBlockList(adapter, gate, server, { nodeinfo });
    return {
      software: known(found, nodeinfo.fact.source),
      list: read.known ? { ...read, value: withoutNames(read.value) } : read,
      ...(await askMode(adapter, gate, server)),
    };
  });
  const adapter = adapterFor(software.known ? software.value : undefined);
  if (!software.known) return { softwareOfNew: software, atNew: stanceIn(list, visitor) };
  if (adapter.stance) {
    const { list: atNew } = await kept(deps, webHost, `share/about/${visitor.host}`, async () => ({
      list: await askStance(adapter, gate, server, visitor),
    }));
    return { softwareOfNew: software, atNew, ...defined({ modeOfNew: mode }) };
  }
  const atNew = stanceIn(list, visitor);
  if (atNew.known && atNew.value.inbound === "blocked" && adapter.allows) {
    const { list: allowedByNew } = await kept(deps, webHost, `share/allows/${visitor.host}`, async () => {
      const [list = NOT_ASKED] = await askAllowed(adapter, gate, server, atNew, [visitorHost]);
      return { list };
    });
    return { softwareOfNew: software, atNew, allowedByNew };
  }
  // A list read whole says all.
  if (atNew.known) return { softwareOfNew: software, atNew };
  const { list: metByNew } = await kept(deps, webHost, `share/met/${visitor.host}`, async () => ({
    list: await askPeer(adapter, gate, server, visitor.host),
  }));
  return { softwareOfNew: software, atNew, metByNew };
}

const stanceIn = (list: Fact<BlockList>, visitor: NamedHost): Fact<Stance> =>
  stancesFrom(list, [visitor])[visitor.host] ?? NOT_ASKED;

async function kept<T extends { readonly list: Fact<unknown> }>(
  { memory }: Deps,
  host: string,
  what: string,
  ask: () => Promise<T>,
): Promise<T> {
  const made = await memory.once(memoryKey(host, what), async () => {
    const value = await ask();
    return { value, ttlMs: isPassing(value.list) ? PASSING_MS : DAY_MS };
  });
  return made.value as T; // sound: nobody else writes under this key
}
