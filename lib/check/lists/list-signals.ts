/** Tells whoever asks servers that the lists have brought new ones, and when they will bring no more. */
export type Lists = {
  readonly ended: () => boolean;
  /** How often there was something new. */
  readonly rung: () => number;
  /** Resolves at the next page or at the end. */
  readonly seen: () => Promise<void>;
  readonly ring: () => void;
  readonly end: () => void;
};

export function openLists(): Lists {
  let waiting: (() => void)[] = [];
  let ended = false;
  let rung = 0;
  const ring = (): void => {
    const all = waiting;
    waiting = [];
    rung += 1;
    for (const go of all) go();
  };
  return {
    ended: () => ended,
    rung: () => rung,
    seen: () => new Promise((go) => void waiting.push(go)),
    ring,
    end: () => {
      ended = true;
      ring();
    },
  };
}
