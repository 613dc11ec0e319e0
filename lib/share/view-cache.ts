import { LRUCache } from "lru-cache";
import type { ShareRow } from "./port.ts";

const KEPT_MS = 10_000;
const MOST_ROWS = 2_000;

/**
 * A posted link is fetched by hundreds of servers within seconds, each for its preview. They share one read, the many
 * of an unknown address too.
 */
export function shortMemory(read: (tokenHash: string) => Promise<ShareRow | null>, now: () => Date) {
  const perf = { now: () => now().getTime() };
  const rows = new LRUCache<string, Promise<ShareRow | null>>({ max: MOST_ROWS, ttl: KEPT_MS, ttlResolution: 0, perf });

  function keep(hash: string, row: Promise<ShareRow | null>): Promise<ShareRow | null> {
    rows.set(hash, row);
    // A read that failed is no answer to keep.
    row.catch(() => rows.delete(hash));
    return row;
  }

  return {
    get: (hash: string): Promise<ShareRow | null> => rows.get(hash) ?? keep(hash, read(hash)),
    drop: (hash: string) => void rows.delete(hash),
  };
}
