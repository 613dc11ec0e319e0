/** Tells whoever asks servers that the lists have brought new ones, and when they will bring no more. */
export type Lists = {
  readonly ended: () => boolean;
  /** Resolves at the next page or at the end. */
  readonly seen: () => Promise<void>;
  readonly ring: () => void;
  readonly end: () => void;
};

export function openLists(): Lists {
  let waiting: (() => void)[] = [];
  let ended = false;
  const ring = (): void => {
    const all = waiting;
    waiting = [];
    for (const go of all) go();
  };
  return {
    ended: () => ended,
    seen: () => new Promise((go) => void waiting.push(go)),
    ring,
    end: () => {
      ended = true;
      ring();
    },
  };
}
