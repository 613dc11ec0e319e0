import type { Suspends } from "./blocks.ts";

/** The two accounts of a move; before a move nobody follows the new one, and there are several places to go. */
export type Task = { readonly old: string; readonly fresh?: string; readonly targets: readonly string[] };
/** What a program brings home: handles, and which of the mover's servers each follower's server says it suspends. */
export type Found = {
  readonly here: readonly string[];
  readonly missing: readonly string[];
  readonly suspends: Readonly<Record<string, Suspends>>;
};

export const hostOf = (handle: string): string => handle.slice(handle.lastIndexOf("@") + 1);
/** Servers of these people, in the order in which the list names them. */
export const hostsOf = (handles: readonly string[]): readonly string[] => [...new Set(handles.map(hostOf))];
/** Whose names are looked for on the lists. */
export const wantedIn = ({ old, targets }: Task): readonly string[] => [hostOf(old), ...targets];

/** Who stands in one list and not in the other. Before a move everybody is asked about. */
export function compared(before: readonly string[], after: readonly string[]): Pick<Found, "here" | "missing"> {
  const there = new Set(after);
  return { here: before.filter((one) => there.has(one)), missing: before.filter((one) => !there.has(one)) };
}
