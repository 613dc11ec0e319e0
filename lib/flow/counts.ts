/** How often something happened since the process began. A label is a word of ours: no host, no handle, no key. */
const KEPT = Symbol.for("housewarming.counts");
type Kept = { [KEPT]?: Map<string, Map<string, number>> };

/** Pages and the server around them load this file once each; the process counts once. */
const counts = (): Map<string, Map<string, number>> => {
  const kept = globalThis as Kept;
  kept[KEPT] ??= new Map();
  return kept[KEPT];
};

export function countUp(name: string, label: string): void {
  const labels = counts().get(name) ?? new Map<string, number>();
  counts().set(name, labels.set(label, (labels.get(label) ?? 0) + 1));
}

export const countsOf = (name: string): ReadonlyMap<string, number> => counts().get(name) ?? new Map();
