export type SharedReads<Value> = {
  get(key: string): Promise<Value>;
  /** Something was written meanwhile: the next one begins a read of its own. */
  drop(key: string): void;
};

/**
 * Who asks for the same thing while it is being read gets that read: hundreds may come at once. Nothing is kept after
 * it, so what was deleted is gone at once.
 */
export function sharedReads<Value>(read: (key: string) => Promise<Value>): SharedReads<Value> {
  const reading = new Map<string, Promise<Value>>();

  function begin(key: string): Promise<Value> {
    const begun = read(key).finally(() => {
      if (reading.get(key) === begun) reading.delete(key);
    });
    reading.set(key, begun);
    return begun;
  }

  return {
    get: (key) => reading.get(key) ?? begin(key),
    drop: (key) => void reading.delete(key),
  };
}
