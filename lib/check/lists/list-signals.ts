/** Tells those who ask servers that the lists have brought new people, and when they will bring no more. */
export type Lists = {
  readonly ended: () => boolean;
  /** How often a page was kept, or a list ended. */
  readonly changes: () => number;
  /** Resolves at the next page or at the end. */
  readonly nextChange: () => Promise<void>;
  readonly pageKept: () => void;
  readonly end: () => void;
};

export function openLists(): Lists {
  let waiting: (() => void)[] = [];
  let ended = false;
  let changes = 0;
  const pageKept = (): void => {
    const all = waiting;
    waiting = [];
    changes += 1;
    for (const go of all) go();
  };
  return {
    ended: () => ended,
    changes: () => changes,
    nextChange: () => new Promise((go) => void waiting.push(go)),
    pageKept,
    end: () => {
      ended = true;
      pageKept();
    },
  };
}
