import type { BlockList, NamedHost } from "#lib/domain/blocks/block-match.ts";
import type { Software } from "#lib/domain/evidence/evidence.ts";
import { type Fact, known, NOT_ASKED } from "#lib/domain/evidence/fact.ts";
import type { Stance } from "#lib/domain/evidence/stance.ts";
import { memoryKey } from "#lib/domain/ports/memory-key.ts";
import { withoutNames } from "#lib/fediverse/about/named-host.ts";
import { askBlockList, askStance, stancesFrom } from "#lib/fediverse/about/stances.ts";
import { readNodeInfo } from "#lib/fediverse/find/nodeinfo.ts";
import { adapterFor } from "#lib/fediverse/software/index.ts";
import { fewAsks } from "./few-asks.ts";
import type { ShareAccount, ShareDeps } from "./port.ts";

const DAY_MS = 86_400_000;
const SILENT_MS = 600_000;

type Deps = Pick<ShareDeps, "gate" | "memory" | "now">;
type NewServer = { readonly software?: Software; readonly list: Fact<BlockList> };

/**
 * What the mover's new server publishes about a visitor's. Its list is read once a day for all who ask, and kept
 * without names; a server that answers about one name at a time is asked about each visitor's server once a day.
 */
export async function askNewServer(deps: Deps, target: ShareAccount, visitor: NamedHost): Promise<Fact<Stance>> {
  const { host, webHost } = target;
  if (visitor.names.some(({ name, own }) => own && (name === host || name === webHost))) return NOT_ASKED;
  const gate = fewAsks(deps.gate, deps.now);
  const server = { host, webHost };
  const { software, list } = await kept<NewServer>(deps, webHost, "share/new-server", async () => {
    const nodeinfo = await readNodeInfo(gate, server);
    if (!nodeinfo.fact.known) return { list: nodeinfo.fact };
    const found = nodeinfo.fact.value.software;
    const adapter = adapterFor(found);
    const read = adapter.stance ? NOT_ASKED : await askBlockList(adapter, gate, server, { nodeinfo });
    return { software: found, list: read.known ? { ...read, value: withoutNames(read.value) } : read };
  });
  const adapter = adapterFor(software);
  if (!software || !adapter.stance) return stancesFrom(list, [visitor])[visitor.host] ?? NOT_ASKED;
  const about = await kept(deps, webHost, `share/about/${visitor.host}`, async () => {
    const list = await askStance(adapter, gate, server, visitor);
    return { list };
  });
  return about.list.known ? known(about.list.value, about.list.source) : about.list;
}

async function kept<T extends { readonly list: Fact<unknown> }>(
  { memory }: Deps,
  host: string,
  what: string,
  ask: () => Promise<T>,
): Promise<T> {
  const made = await memory.once(memoryKey(host, what), async () => {
    const value = await ask();
    const silent = !value.list.known && value.list.gap === "unreachable";
    return { value, ttlMs: silent ? SILENT_MS : DAY_MS };
  });
  return made.value as T; // sound: nobody else writes under this key
}
