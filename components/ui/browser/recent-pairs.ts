import { kept } from "./kept.ts";

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

export const recentStore = {
  read: (): string | null => kept.read(KEY),
  remember: (pair: RecentPair): void => write(withPair(readPairs(kept.read(KEY)), pair)),
  leave: (id: string): void => write(readPairs(kept.read(KEY)).filter((pair) => pair.id !== id)),
  /** The pairs and all else that this device keeps. */
  forget: (): void => kept.forget("housewarming."),
};

const write = (pairs: readonly RecentPair[]): void => kept.write(KEY, JSON.stringify(pairs));
