import type { Store } from "../open/store.ts";

export type Changes = {
  /** Calls back after every commit that raised the check's revision, in whichever process; now and then without need. */
  on(checkId: string, changed: () => void): () => void;
  close(): Promise<void>;
};

/** One subscription for all readers of this process. */
export async function watchChanges(store: Store): Promise<Changes> {
  const readers = new Map<string, Set<() => void>>();
  const stop = await store.listen((checkId) => {
    const heard = checkId === null ? [...readers.values()] : [readers.get(checkId) ?? []];
    for (const changed of heard.flatMap((some) => [...some])) changed();
  });
  return {
    on(checkId, changed) {
      const mine = readers.get(checkId) ?? new Set();
      readers.set(checkId, mine.add(changed));
      return () => {
        mine.delete(changed);
        if (mine.size === 0 && readers.get(checkId) === mine) readers.delete(checkId);
      };
    },
    close: stop,
  };
}
