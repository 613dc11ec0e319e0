export type Sample = { readonly at: number; readonly done: number };

/** Before these, a speed is a guess. */
const SHORTEST_MS = 5_000;
const SMALLEST_SHARE = 0.05;
const SPREAD = { low: 0.75, high: 1.3 } as const;
const MINUTE = 60_000;

/** Minutes left as a range, from the speed that was measured; null as long as nobody can know. */
export function estimate(samples: readonly Sample[], total: number | null): { low: number; high: number } | null {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || !total) return null;
  const [ms, gained] = [last.at - first.at, last.done - first.done];
  if (ms < SHORTEST_MS || gained / total < SMALLEST_SHARE) return null;
  const left = ((total - last.done) / gained) * ms;
  return {
    low: Math.floor((left * SPREAD.low) / MINUTE),
    high: Math.max(1, Math.ceil((left * SPREAD.high) / MINUTE)),
  };
}
