export type Latencies = {
  readonly count: number;
  /** Answers that did not come, or were not what was asked for. */
  readonly errors: number;
  /** In milliseconds, of those that came. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly most: number;
};

export function latenciesOf(all: readonly { readonly ms: number; readonly ok: boolean }[]): Latencies {
  const times = all.filter(({ ok }) => ok).map(({ ms }) => ms);
  const sorted = times.sort((one, other) => one - other);
  const at = (share: number): number => Math.round(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0);
  return {
    count: all.length,
    errors: all.length - times.length,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    most: at(1),
  };
}
