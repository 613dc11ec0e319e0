import { hostOfKey } from "#lib/domain/ports/memory-key.ts";
import type { Memory, Remembered } from "#lib/domain/ports/ports.ts";
import { inBatches } from "#lib/flow/batch.ts";
import type { Store } from "../open/store.ts";
import { storable } from "../tables/json.ts";
import { type Flight, flyAlone, flyClaimed } from "./memory-flights.ts";
import {
  CACHES,
  type Cache,
  type Claim,
  claimAll,
  dropEarlier,
  forgetHost,
  lookUp,
  type Shelved,
  shelve,
  shelveClaimed,
  type ToShelve,
} from "./memory-rows.ts";

/**
 * Cached facts as rows. In this process a thing is fetched once by the map of flights;
 * between processes by a claim on its row. `shareAsks` is the cache of share pages, apart from that of checks.
 */
export function openMemory(store: Store, now: () => Date, cache: Cache = "memory"): Memory {
  const table = CACHES[cache];
  const look = inBatches<string, Shelved>((keys) => lookUp(store.db, table, keys, now()));
  const keep = inBatches<ToShelve, null>(async (things) => {
    await (store.alone ? shelve : shelveClaimed)(store.db, table, things);
    return things.map(() => null);
  });
  const claim = inBatches<Claim, boolean>((claims) => claimAll(store.db, table, claims, now()));
  const flights = new Map<string, Promise<Remembered>>();

  const lookAfter = async (key: string, notBefore: Date | undefined): Promise<Shelved> => {
    const shelved = await look(key);
    if (!notBefore || !shelved.found || new Date(shelved.found.at) >= notBefore) return shelved;
    await dropEarlier(store.db, table, key, notBefore, now());
    return { key, claimed: shelved.claimed };
  };
  const start = (key: string, make: Flight["make"], notBefore: Date | undefined): Promise<Remembered> => {
    const flight: Flight = {
      ...{ store, table, key, host: hostOfKey(key), make, now, claim },
      look: () => lookAfter(key, notBefore),
      keep: async (thing) => {
        // A host forgotten while it was being asked stays forgotten.
        if (flights.get(key) === promise) await keep(thing);
      },
    };
    const promise = (store.alone ? flyAlone : flyClaimed)(flight).finally(() => {
      if (flights.get(key) === promise) flights.delete(key);
    });
    flights.set(key, promise);
    return promise;
  };

  return {
    once: (given, make, notBefore) => {
      const key = storable(given);
      return flights.get(key) ?? start(key, make, notBefore);
    },
    peek: async (key) => (await look(storable(key))).found,
    async forget(host) {
      for (const key of flights.keys()) if (hostOfKey(key) === host) flights.delete(key);
      await forgetHost(store.db, table, storable(host));
    },
  };
}
