import { hostOfKey } from "#lib/domain/ports/memory-key.ts";
import type { Make, Memory, Remembered } from "#lib/domain/ports/ports.ts";

type Kept = Remembered & { readonly until: number };

/** Facts of one process. Flights and kept values are two maps: a value without time to live serves only its flight. */
export function processMemory(now: () => Date): Memory {
  const kept = new Map<string, Kept>();
  const flights = new Map<string, Promise<Remembered>>();

  const fresh = (key: string, notBefore?: Date): Remembered | undefined => {
    const found = kept.get(key);
    if (!found) return undefined;
    const early = notBefore !== undefined && new Date(found.at) < notBefore;
    if (found.until > now().getTime() && !early) return { value: found.value, at: found.at };
    kept.delete(key);
    return undefined;
  };

  const fly = async (key: string, make: Make): Promise<Remembered> => {
    let flight: Promise<Remembered> | undefined;
    flight = (async () => {
      const { value, ttlMs } = await make();
      const at = now();
      const remembered = { value, at: at.toISOString() };
      // A host forgotten while it was being asked stays forgotten.
      if (flights.get(key) === flight && ttlMs > 0) kept.set(key, { ...remembered, until: at.getTime() + ttlMs });
      return remembered;
    })();
    flights.set(key, flight);
    try {
      return await flight;
    } finally {
      if (flights.get(key) === flight) flights.delete(key);
    }
  };

  return {
    once: async (key, make, notBefore) => fresh(key, notBefore) ?? (await (flights.get(key) ?? fly(key, make))),
    peek: async (key) => fresh(key),
    async forget(host) {
      for (const held of [kept, flights]) for (const key of held.keys()) if (hostOfKey(key) === host) held.delete(key);
    },
  };
}
