/** Things known about hosts for a short while, in this process only: what saves work, not what is owed. */
export type Recent<T> = {
  get(host: string): T | undefined;
  keep(host: string, value: T): void;
  drop(host: string): void;
};

const MOST_HOSTS = 10_000;

export function makeRecent<T>(ms: number, clock: () => number): Recent<T> {
  const held = new Map<string, { readonly value: T; readonly until: number }>();
  return {
    get(host) {
      const found = held.get(host);
      return found && found.until > clock() ? found.value : undefined;
    },
    keep(host, value) {
      if (held.size >= MOST_HOSTS) held.clear();
      held.set(host, { value, until: clock() + ms });
    },
    drop: (host) => void held.delete(host),
  };
}
