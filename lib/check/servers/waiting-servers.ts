import type { Lists } from "../lists/list-signals.ts";

/** Servers that cannot be asked on before the lists are read. They take no place in the asking pool meanwhile. */
export type WaitingServers = {
  /** Resolves once the server is resumed. */
  readonly wait: (over: AbortSignal) => Promise<void>;
  /** Lets at most so many servers go on, once the lists have ended. */
  readonly resume: (most: number) => number;
};

export function openWaitingServers(lists: Pick<Lists, "ended">): WaitingServers {
  const waiting = new Set<() => void>();
  return {
    async wait(over) {
      if (lists.ended() || over.aborted) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.add(resolve);
      // A server that is not asked any more must not be resumed in the place of one that waits.
      over.addEventListener("abort", () => waiting.delete(resolve), { once: true });
      await promise;
    },
    resume(most) {
      const resumed = lists.ended() ? [...waiting].slice(0, most) : [];
      for (const go of resumed) {
        waiting.delete(go);
        go();
      }
      return resumed.length;
    },
  };
}
