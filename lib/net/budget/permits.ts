import { windowEnd } from "#lib/domain/ports/budget.ts";
import type { Grant, Ledger, Want } from "#lib/domain/ports/ports.ts";
import { keepLatest } from "#lib/flow/latest.ts";

/** One question to a follower's server is followed by a few more, so the ledger is asked for some at once. */
const BLOCK = 5;
const MOST_HOSTS = 10_000;
const ONE: Grant = { ok: true, permits: 1 };

type Block = { readonly left: number; readonly until: number };
export type Permits = {
  take(host: string, want: Omit<Want, "permits"> & { readonly single: boolean }, now: Date): Promise<Grant>;
  /** Blocks end with a host's word that it wants a rest, and with its silence. */
  drop(host: string): void;
};

/**
 * Pages and the mover's own servers are counted one by one: there a window is used to its end. So is robots.txt,
 * which is asked for without knowing whose server it is.
 */
export function permitBlocks(ledger: Ledger): Permits {
  const blocks = keepLatest<Block>(MOST_HOSTS);

  async function fromBlock(host: string, now: Date): Promise<Grant> {
    const held = blocks.get(host);
    if (held && held.until > now.getTime()) {
      keep(host, held.left - 1, held.until);
      return ONE;
    }
    const grant = await ledger.take(host, { paged: false, permits: BLOCK }, now);
    if (!grant.ok) return grant;
    const until = windowEnd("all", now.getTime());
    // Somebody else may have taken a block for the same window in the meantime.
    const others = blocks.get(host);
    keep(host, grant.permits - 1 + (others?.until === until ? others.left : 0), until);
    return ONE;
  }

  function keep(host: string, left: number, until: number): void {
    if (left > 0) blocks.set(host, { left, until });
    else blocks.delete(host);
  }

  return {
    take: (host, { single, ...want }, now) =>
      single || want.paged ? ledger.take(host, { ...want, permits: 1 }, now) : fromBlock(host, now),
    drop: (host) => blocks.delete(host),
  };
}
