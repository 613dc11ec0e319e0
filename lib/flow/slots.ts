/** Hands back what was taken; handing back twice does nothing. */
export type Release = () => void;
export type Slots = {
  /** Resolves when there is room below `most`, in order of asking; with nothing when the asker gave up. */
  take(most: number, signal?: AbortSignal, ahead?: boolean): Promise<Release | undefined>;
  readonly idle: boolean;
};

type Waiting = { readonly most: number; readonly enter: () => void };

/** Room for some at a time. How many is said by each asker: on the mover's own servers four, elsewhere two. */
export function makeSlots(): Slots {
  let running = 0;
  const front = new Set<Waiting>();
  const back = new Set<Waiting>();

  const next = () => {
    for (const queue of [front, back])
      for (const waiting of queue) {
        if (running >= waiting.most) continue;
        queue.delete(waiting);
        return waiting.enter();
      }
  };
  const occupy = (): Release => {
    running += 1;
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      running -= 1;
      next();
    };
  };

  return {
    get idle() {
      return running === 0 && front.size + back.size === 0;
    },
    async take(most, signal, ahead = false) {
      if (signal?.aborted) return undefined;
      if (running < most) return occupy();
      const queue = ahead ? front : back;
      return new Promise((resolve) => {
        const giveUp = () => {
          queue.delete(waiting);
          resolve(undefined);
        };
        const enter = () => {
          signal?.removeEventListener("abort", giveUp);
          resolve(occupy());
        };
        const waiting: Waiting = { most, enter };
        queue.add(waiting);
        signal?.addEventListener("abort", giveUp, { once: true });
      });
    },
  };
}

/** Slots by name, forgotten as soon as nobody holds or wants one. */
export function makeHostSlots() {
  const hosts = new Map<string, Slots>();
  return async (host: string, most: number, signal?: AbortSignal): Promise<Release | undefined> => {
    const slots = hosts.get(host) ?? makeSlots();
    hosts.set(host, slots);
    const release = await slots.take(most, signal);
    const tidy = () => {
      if (slots.idle && hosts.get(host) === slots) hosts.delete(host);
    };
    if (!release) tidy();
    return (
      release &&
      (() => {
        release();
        tidy();
      })
    );
  };
}
