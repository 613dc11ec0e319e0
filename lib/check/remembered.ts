import type { BlockList } from "#lib/domain/block-match.ts";
import type { Host } from "#lib/domain/evidence.ts";
import type { Fact } from "#lib/domain/fact.ts";
import { memoryKey } from "#lib/domain/memory-key.ts";
import type { Adapter, Server } from "#lib/fediverse/adapter.ts";
import type { AskOptions } from "#lib/fediverse/ask.ts";
import { withoutNames } from "#lib/fediverse/named-host.ts";
import { type NodeInfoRead, readNodeInfo } from "#lib/fediverse/nodeinfo.ts";
import { askPeers } from "#lib/fediverse/peers.ts";
import { askBlockList } from "#lib/fediverse/stances.ts";
import type { CheckDeps } from "./deps.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** A gap may close at any time; asking again at once would be rude all the same. */
const GAP_TTL = 10 * MINUTE;

type Asker = Pick<CheckDeps, "gate" | "memory" | "notBefore">;

/** Answers that stay true for days are asked for once, for all checks together. */
async function remember<T>(
  { memory }: Asker,
  key: string,
  ttlMs: number,
  ask: () => Promise<T>,
  known: (value: T) => boolean,
  notBefore?: Date,
): Promise<T> {
  const make = async () => {
    const answer = await ask();
    return { value: answer, ttlMs: known(answer) ? ttlMs : GAP_TTL };
  };
  const { value } = await memory.once(key, make, notBefore);
  return value as T;
}

const isKnown = (fact: Fact<unknown>): boolean => fact.known;

export const rememberNodeInfo = (asker: Asker, server: Server, options?: AskOptions): Promise<NodeInfoRead> =>
  remember(
    asker,
    memoryKey(server.webHost, "nodeinfo"),
    7 * DAY,
    async () => shortNodeInfo(await readNodeInfo(asker.gate, server, options)),
    ({ fact }) => fact.known,
  );

/** Of the document only what publishes blocks is of use later, and it is dropped with everything else after a week. */
function shortNodeInfo({ fact, document }: NodeInfoRead): NodeInfoRead {
  const metadata = (document as { metadata?: { federation?: unknown } } | undefined)?.metadata;
  return metadata?.federation === undefined
    ? { fact }
    : { fact, document: { metadata: { federation: metadata.federation } } };
}

/** Of a block list only digests, severities and masked entries are kept. */
export const rememberBlockList = (
  asker: Asker,
  adapter: Adapter,
  server: Server,
  options: AskOptions & { readonly nodeinfo?: NodeInfoRead } = {},
): Promise<Fact<BlockList>> =>
  remember(
    asker,
    memoryKey(server.webHost, "blocks"),
    DAY,
    async () => hidden(await askBlockList(adapter, asker.gate, server, options)),
    isKnown,
    asker.notBefore,
  );

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
