import type { Host } from "#lib/domain/evidence/evidence.ts";
import type { Memory } from "#lib/domain/ports/ports.ts";
import type { OpenLedger } from "../ledger/ledger.ts";
import type { Store } from "../open/store.ts";
import { optOuts } from "../tables/schema.ts";
import { forgetBelow } from "./memory-rows.ts";

/** Asked before every request to a stranger, so the few names are held for a moment. Opting out here counts at once. */
const HELD_MS = 2_000;
const held = new WeakMap<Store, { readonly at: number; readonly names: Promise<ReadonlySet<Host>> }>();

export type Held = { readonly store: Store; readonly memories: readonly Memory[]; readonly ledger: OpenLedger };

/** A server that wants never to be asked: what is held about it goes at once. */
export async function optOut(from: Held, host: Host, now: Date): Promise<void> {
  await from.store.db.insert(optOuts).values({ host, at: now }).onConflictDoNothing();
  held.delete(from.store);
  await forgetServer(from, host);
}

/** All that was learnt of a server and of those below it, what visitors of share pages asked and its budget included. */
export async function forgetServer({ store, memories, ledger }: Held, host: Host): Promise<void> {
  for (const memory of memories) await memory.forget(host);
  await forgetBelow(store.db, host);
  await ledger.forget(host);
}

/** Whoever opts out speaks for the names below theirs too. */
export async function optedOut(store: Store, host: Host): Promise<boolean> {
  const names = await allOptedOut(store);
  const labels = host.split(".");
  return names.size > 0 && labels.some((_, n) => names.has(labels.slice(n).join(".")));
}

function allOptedOut(store: Store): Promise<ReadonlySet<Host>> {
  const now = performance.now();
  const known = held.get(store);
  if (known && now - known.at < HELD_MS) return known.names;
  const names = readAll(store);
  held.set(store, { at: now, names });
  // A failed reading must not stand for an empty one, nor be held.
  names.catch(() => held.delete(store));
  return names;
}

async function readAll(store: Store): Promise<ReadonlySet<Host>> {
  const found = await store.db.select({ host: optOuts.host }).from(optOuts);
  return new Set(found.map(({ host }) => host));
}
