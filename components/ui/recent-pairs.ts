/** Pairs checked on this device. They are kept in the browser and never sent. */
export type RecentPair = {
  readonly id: string;
  readonly old: string;
  readonly new: string | null;
  readonly at: string;
};

const KEY = "housewarming.recent";
const MOST = 5;

export function readPairs(stored: string | null): readonly RecentPair[] {
  try {
    const value: unknown = JSON.parse(stored ?? "[]");
    return Array.isArray(value) ? value.filter(isPair).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export const withPair = (pairs: readonly RecentPair[], pair: RecentPair): readonly RecentPair[] =>
  [pair, ...pairs.filter(({ id }) => id !== pair.id)].slice(0, MOST);

function isPair(value: unknown): value is RecentPair {
  if (typeof value !== "object" || value === null) return false;
  const { id, old, at } = value as Record<string, unknown>;
  return typeof id === "string" && typeof old === "string" && typeof at === "string";
}

/** Storage may be switched off; then nothing is remembered and nothing breaks. */
export const recentStore = {
  read(): string | null {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  },
  remember(pair: RecentPair): void {
    try {
      localStorage.setItem(KEY, JSON.stringify(withPair(readPairs(localStorage.getItem(KEY)), pair)));
    } catch {}
  },
  leave(id: string): void {
    try {
      const left = readPairs(localStorage.getItem(KEY)).filter((pair) => pair.id !== id);
      localStorage.setItem(KEY, JSON.stringify(left));
    } catch {}
  },
  forget(): void {
    try {
      const ours = Object.keys(localStorage).filter((key) => key.startsWith("housewarming."));
      for (const key of ours) localStorage.removeItem(key);
    } catch {}
  },
};
