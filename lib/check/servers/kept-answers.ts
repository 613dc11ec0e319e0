import type { BlockList } from "#lib/domain/blocks/block-match.ts";
import type { Fact } from "#lib/domain/evidence/fact.ts";
import type { Host } from "#lib/domain/names/spellings.ts";
import { memoryKey } from "#lib/domain/ports/memory-key.ts";
import { withoutNames } from "#lib/fediverse/about/named-host.ts";
import { askPeers } from "#lib/fediverse/about/peers.ts";
import { askListedBlocks, isEnough, listIn } from "#lib/fediverse/about/stances.ts";
import { type NodeInfoRead, readNodeInfo } from "#lib/fediverse/find/nodeinfo.ts";
import type { Adapter, Server } from "#lib/fediverse/question/adapter.ts";
import type { AskOptions } from "#lib/fediverse/question/ask.ts";
import { adapterFor } from "#lib/fediverse/software/index.ts";
import type { CheckDeps } from "../state/deps.ts";
import { DAY, isKnown, remember } from "../state/remember.ts";

export type Asker = Pick<CheckDeps, "gate" | "memory" | "notBefore">;

/**
 * The document may name whom its server blocks, so it is not kept: the list in it goes where lists go, and what is left
 * stays for a week.
 */
export const rememberNodeInfo = (
  asker: Asker,
  server: Server,
  options: AskOptions = {},
  notBefore?: Date,
): Promise<NodeInfoRead> =>
  remember(
    asker,
    memoryKey(server.webHost, "nodeinfo"),
    7 * DAY,
    async () => {
      const read = await readNodeInfo(asker.gate, server, options);
      const adapter = adapterFor(read.fact.known ? read.fact.value.software : undefined);
      await listInNodeInfo(asker, adapter, server, async () => read);
      return { fact: read.fact };
    },
    ({ fact }) => fact.known,
    notBefore,
  );

/** Of a block list only digests, severities and masked entries are kept. */
export async function rememberBlockList(
  asker: Asker,
  adapter: Adapter,
  server: Server,
  options: AskOptions = {},
): Promise<Fact<BlockList>> {
  const inNodeInfo = await listInNodeInfo(asker, adapter, server, () => readNodeInfo(asker.gate, server, options));
  if (inNodeInfo && isEnough(adapter, inNodeInfo)) return inNodeInfo;
  const ask = async () => hidden(await askListedBlocks(adapter, asker.gate, server, options));
  return remember(asker, memoryKey(server.webHost, "blocks"), DAY, ask, isKnown, asker.notBefore);
}

/** Then it is told without a request. */
export async function isListKept({ memory, notBefore }: Asker, { webHost }: Server): Promise<boolean> {
  const kept = await Promise.all(["blocks", "blocks-in-nodeinfo"].map((what) => memory.peek(memoryKey(webHost, what))));
  return kept.some((found) => found !== undefined && !(notBefore && new Date(found.at) < notBefore));
}

/** Undefined where the software publishes no list there. */
async function listInNodeInfo(
  asker: Asker,
  adapter: Adapter,
  server: Server,
  read: () => Promise<NodeInfoRead>,
): Promise<Fact<BlockList> | undefined> {
  const { blocksInNodeInfo } = adapter;
  if (!blocksInNodeInfo) return undefined;
  const ask = async () => hidden(listIn(blocksInNodeInfo(server), await read()));
  return remember(asker, memoryKey(server.webHost, "blocks-in-nodeinfo"), DAY, ask, wasRead, asker.notBefore);
}

/** A document that was read and holds no list need not be read again on the same day. */
const wasRead = (list: Fact<BlockList>): boolean => list.known || list.gap === "hidden-by-server";

const hidden = (list: Fact<BlockList>): Fact<BlockList> =>
  list.known ? { ...list, value: withoutNames(list.value) } : list;

export const rememberPeers = (
  asker: Asker,
  adapter: Adapter,
  server: Server,
  options?: AskOptions,
): Promise<Fact<readonly Host[]>> =>
  remember(
    asker,
    memoryKey(server.webHost, "peers"),
    DAY,
    () => askPeers(adapter, asker.gate, server, options),
    isKnown,
    asker.notBefore,
  );
