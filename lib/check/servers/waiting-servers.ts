import type { Lists } from "../lists/list-signals.ts";

/** Servers that cannot be asked on before the lists are read. They take no place in the asking pool meanwhile. */
export type WaitingServers = {
  /** Resolves once the server is resumed. A slow one is resumed before all others: it is waited for longest. */
  readonly wait: (over: AbortSignal, isSlow?: boolean) => Promise<void>;
  /** Lets at most so many servers go on, once the lists have ended. */
  readonly resume: (most: number) => number;
};

export function openWaitingServers(lists: Pick<Lists, "ended">): WaitingServers {
  const [slow, quick] = [new Set<() => void>(), new Set<() => void>()];
  return {
    async wait(over, isSlow = false) {
      if (lists.ended() || over.aborted) return;
      const waiting = isSlow ? slow : quick;
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.add(resolve);
      // A server that is not asked any more must not be resumed in the place of one that waits.
      over.addEventListener("abort", () => waiting.delete(resolve), { once: true });
      await promise;
    },
    resume(most) {
      const resumed = lists.ended() ? [...slow, ...quick].slice(0, most) : [];
      for (const go of resumed) {
        slow.delete(go);
        quick.delete(go);
        go();
      }
      return resumed.length;
    },
  };
}
