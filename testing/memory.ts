import type { Make, Memory, Remembered } from "#lib/domain/ports/ports.ts";

/** For tests: a memory whose clock is set by hand and whose contents can be read. */
export function testMemory(now: () => Date): Memory & { readonly held: Map<string, Remembered> } {
  const held = new Map<string, Remembered>();
  const ends = new Map<string, number>();
  const isFresh = (key: string, notBefore?: Date): boolean =>
    (ends.get(key) ?? 0) > now().getTime() && !(notBefore && (held.get(key)?.at ?? "") < notBefore.toISOString());
  const keep = async (key: string, make: Make): Promise<void> => {
    const { value, ttlMs } = await make();
    held.set(key, { value, at: now().toISOString() });
    ends.set(key, now().getTime() + ttlMs);
  };
  return {
    held,
    async once(key, make, notBefore) {
      if (!isFresh(key, notBefore)) await keep(key, make);
      return held.get(key) as Remembered;
    },
    peek: async (key) => (isFresh(key) ? held.get(key) : undefined),
    forget: async () => held.clear(),
  };
}
