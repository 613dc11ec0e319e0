import { LRUCache } from "lru-cache";

export type Latest<T> = {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
  delete(key: string): void;
};

/** A memory that holds so much and no more: what was not used for longest is forgotten first, never all at once. */
export function keepLatest<T extends object>(most: number): Latest<T> {
  const kept = new LRUCache<string, T>({ max: most });
  return {
    get: (key) => kept.get(key),
    set: (key, value) => void kept.set(key, value),
    delete: (key) => void kept.delete(key),
  };
}
