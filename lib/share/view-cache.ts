import type { ShareRow } from "./port.ts";

const KEPT_MS = 10_000;
const MOST_ROWS = 2_000;

/**
 * A posted link is fetched by hundreds of servers within seconds, each for its preview. They share one read, the many
 * of an unknown address too.
 */
export function shortMemory(read: (tokenHash: string) => Promise<ShareRow | null>, now: () => Date) {
  const rows = new Map<string, { readonly until: number; readonly row: Promise<ShareRow | null> }>();

  function keep(hash: string, row: Promise<ShareRow | null>): Promise<ShareRow | null> {
    rows.delete(hash);
    rows.set(hash, { until: now().getTime() + KEPT_MS, row });
    for (const oldest of rows.keys()) {
      if (rows.size <= MOST_ROWS) break;
      rows.delete(oldest);
    }
    // A read that failed is no answer to keep.
    row.catch(() => rows.delete(hash));
    return row;
  }

  return {
    get(hash: string): Promise<ShareRow | null> {
      const kept = rows.get(hash);
      return kept && kept.until > now().getTime() ? kept.row : keep(hash, read(hash));
    },
    drop: (hash: string) => void rows.delete(hash),
  };
}
