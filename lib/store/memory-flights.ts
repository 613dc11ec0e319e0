import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Remembered } from "#lib/domain/ports.ts";
import {
  type CACHES,
  type Cache,
  type Claim,
  claim,
  giveUp,
  type Shelved,
  stillClaimed,
  type ToShelve,
} from "./memory-rows.ts";
import type { Store } from "./store.ts";

export type Flight = {
  readonly store: Store;
  readonly table: (typeof CACHES)[Cache];
  readonly key: string;
  readonly host: string;
  readonly now: () => Date;
  readonly make: () => Promise<{ value: unknown; ttlMs: number }>;
  readonly look: (key: string) => Promise<Shelved>;
  readonly keep: (thing: ToShelve) => Promise<void>;
};

/** No other process can be fetching the same thing. */
export async function flyAlone(flight: Flight): Promise<Remembered> {
  return (await flight.look(flight.key)).found ?? (await fetchIt(flight, async () => true));
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
    const { found, claimed } = await flight.look(key);
    if (found) return found;
    if (!claimed && (await claim(store.db, table, mine(), now()))) break;
    await pause(LOOK_MS);
  }
  const held = setInterval(() => void stillClaimed(store.db, table, mine()).catch(() => false), CLAIM_MS / 3);
  try {
    return await fetchIt(flight, () => stillClaimed(store.db, table, mine()));
  } finally {
    clearInterval(held);
    await giveUp(store.db, table, { key, by });
  }
}

async function fetchIt(flight: Flight, wanted: () => Promise<boolean>): Promise<Remembered> {
  const { value, ttlMs } = await flight.make();
  const at = flight.now();
  const until = new Date(at.getTime() + ttlMs);
  if (ttlMs > 0 && (await wanted())) await flight.keep({ key: flight.key, host: flight.host, value, at, until });
  return { value, at: at.toISOString() };
}
