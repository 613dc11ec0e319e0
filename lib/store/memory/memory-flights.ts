import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Remembered } from "#lib/domain/ports/ports.ts";
import { defined } from "#lib/flow/defined.ts";
import type { Store } from "../open/store.ts";
import { type CACHES, type Cache, type Claim, giveUp, renewClaim, type Shelved, type ToShelve } from "./memory-rows.ts";

export type Flight = {
  readonly store: Store;
  readonly table: (typeof CACHES)[Cache];
  readonly key: string;
  readonly host: string;
  readonly now: () => Date;
  readonly make: () => Promise<{ value: unknown; ttlMs: number }>;
  readonly look: () => Promise<Shelved>;
  readonly keep: (thing: ToShelve) => Promise<void>;
  readonly claim: (claim: Claim) => Promise<boolean>;
};

/** No other process can be fetching the same thing. */
export async function flyAlone(flight: Flight): Promise<Remembered> {
  return (await flight.look()).found ?? (await fetchIt(flight)).remembered;
}

/** A process that dies with a claim holds the others up for this long at most. */
const CLAIM_MS = 10_000;
/** How often a process looks whether the one that fetches is done. */
const LOOK_MS = 100;

export async function flyClaimed(flight: Flight): Promise<Remembered> {
  const { store, table, key, host, now } = flight;
  const by = randomUUID();
  const mine = (): Claim => ({ key, host, by, until: new Date(now().getTime() + CLAIM_MS) });
  for (;;) {
    const { found, claimed } = await flight.look();
    if (found) return found;
    if (!claimed && (await flight.claim(mine()))) break;
    await pause(LOOK_MS);
  }
  const held = setInterval(() => void renewClaim(store.db, table, mine()).catch(() => {}), CLAIM_MS / 3);
  let kept = false;
  try {
    const fetched = await fetchIt(flight, by);
    kept = fetched.kept;
    return fetched.remembered;
  } finally {
    clearInterval(held);
    if (!kept) await giveUp(store.db, table, { key, by });
  }
}

async function fetchIt(flight: Flight, by?: string): Promise<{ remembered: Remembered; kept: boolean }> {
  const { key, host } = flight;
  const { value, ttlMs } = await flight.make();
  const at = flight.now();
  const until = new Date(at.getTime() + ttlMs);
  if (ttlMs > 0) await flight.keep({ ...{ key, host, value, at, until }, ...defined({ by }) });
  return { remembered: { value, at: at.toISOString() }, kept: ttlMs > 0 };
}
