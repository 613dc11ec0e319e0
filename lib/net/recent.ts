import { keepLatest } from "#lib/flow/latest.ts";

/** Things known about hosts for a short while, in this process only: what saves work, not what is owed. */
export type Recent<T> = {
  get(host: string): T | undefined;
  keep(host: string, value: T): void;
  drop(host: string): void;
};

const MOST_HOSTS = 10_000;

export function makeRecent<T>(ms: number, clock: () => number): Recent<T> {
  const held = keepLatest<{ readonly value: T; readonly until: number }>(MOST_HOSTS);
  return {
    get(host) {
      const found = held.get(host);
      return found && found.until > clock() ? found.value : undefined;
    },
    keep: (host, value) => held.set(host, { value, until: clock() + ms }),
    drop: (host) => held.delete(host),
  };
}
