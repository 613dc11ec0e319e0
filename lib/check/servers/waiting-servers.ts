import type { Lists } from "../lists/list-signals.ts";

/** Those that cannot go on before the lists are read. They take nobody's place meanwhile. */
export type Resting = {
  /** Resolves once it is woken. */
  readonly rest: (over: AbortSignal) => Promise<void>;
  /** Lets as many go on, once there is no more to wait for. */
  readonly wake: (most: number) => number;
};

export function openResting(lists: Pick<Lists, "ended">): Resting {
  const resting = new Set<() => void>();
  return {
    async rest(over) {
      if (lists.ended() || over.aborted) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      resting.add(resolve);
      // Whoever is let go of must not be woken in the place of one who waits.
      over.addEventListener("abort", () => resting.delete(resolve), { once: true });
      await promise;
    },
    wake(most) {
      const woken = lists.ended() ? [...resting].slice(0, most) : [];
      for (const go of woken) {
        resting.delete(go);
        go();
      }
      return woken.length;
    },
  };
}
