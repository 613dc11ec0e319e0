import { GROUP_NAMES, type GroupName } from "./group-look.ts";

export type Segment = {
  readonly group: GroupName;
  readonly count: number;
  readonly from: number;
  readonly width: number;
};

/** No group so small that it cannot be seen or pressed: about 12 of 328 pixels on a phone. */
const SMALLEST = 0.04;

/** Where each group stands in the bar, in per cent. Groups without people are left out. */
export function segments(counts: Readonly<Record<string, number>>): readonly Segment[] {
  const shown = GROUP_NAMES.map((group) => ({ group, count: counts[group] ?? 0 })).filter(({ count }) => count > 0);
  const total = shown.reduce((sum, { count }) => sum + count, 0);
  const sizes = shown.map(({ count }) => Math.max(SMALLEST, count / total));
  const all = sizes.reduce((sum, size) => sum + size, 0);
  let from = 0;
  return shown.map((one, at) => {
    const width = ((sizes[at] ?? 0) / all) * 100;
    const segment = { ...one, from, width };
    from += width;
    return segment;
  });
}
