export type Bell = {
  /** Resolves at the next ring, but not before `soonest`; without a ring at `latest`, as quiet. */
  next(soonest: number, latest: number): Promise<"rung" | "quiet">;
  close(): void;
};

/** Rings that come while nobody waits are one ring for the next who does. */
export function openBell(subscribe: (ring: () => void) => () => void, signal: AbortSignal): Bell {
  let rung = false;
  let wake: (() => void) | undefined;
  const ring = (): void => {
    rung = true;
    wake?.();
  };
  const leave = subscribe(ring);
  signal.addEventListener("abort", ring);
  const until = (ms: number, early: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(finish, ms);
      function finish(): void {
        clearTimeout(timer);
        wake = undefined;
        resolve();
      }
      wake = () => early() && finish();
      wake();
    });
  return {
    async next(soonest, latest) {
      await until(soonest, () => signal.aborted);
      await until(latest - soonest, () => rung);
      const was = rung ? "rung" : "quiet";
      rung = false;
      return was;
    },
    close() {
      leave();
      signal.removeEventListener("abort", ring);
    },
  };
}
