/** Room for some of those who are numbered: the lowest number that waits comes next. */
export type Places = {
  /** Resolves once it has a place; at once where it has one. */
  readonly take: (number: number) => Promise<void>;
  /** Its place is another's, and it waits for none any more. */
  readonly leave: (number: number) => void;
};

export function openPlaces(most: number): Places {
  const held = new Set<number>();
  const waiting = new Map<number, PromiseWithResolvers<void>>();

  const letIn = (): void => {
    while (held.size < most && waiting.size > 0) {
      const next = Math.min(...waiting.keys());
      held.add(next);
      waiting.get(next)?.resolve();
      waiting.delete(next);
    }
  };

  return {
    take(number) {
      if (held.has(number)) return Promise.resolve();
      const one = waiting.get(number) ?? Promise.withResolvers<void>();
      waiting.set(number, one);
      letIn();
      return one.promise;
    },
    leave(number) {
      waiting.get(number)?.resolve();
      waiting.delete(number);
      if (held.delete(number)) letIn();
    },
  };
}
