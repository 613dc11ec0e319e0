export type ChangeSignal = {
  /** Resolves at the next change, but not before `soonest`; without a change at `latest`, as quiet. */
  next(soonest: number, latest: number): Promise<"changed" | "quiet">;
  close(): void;
};

/** Tells one reader that something changed. Changes that come while the reader is busy count as one at the next call. */
export function openChangeSignal(subscribe: (notify: () => void) => () => void, signal: AbortSignal): ChangeSignal {
  let changed = false;
  let wake: (() => void) | undefined;
  const notify = (): void => {
    changed = true;
    wake?.();
  };
  const leave = subscribe(notify);
  signal.addEventListener("abort", notify);
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
      await until(latest - soonest, () => changed);
      const was = changed ? "changed" : "quiet";
      changed = false;
      return was;
    },
    close() {
      leave();
      signal.removeEventListener("abort", notify);
    },
  };
}
