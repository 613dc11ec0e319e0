import type { CheckState } from "#lib/contract/check-state.ts";

type Point = CheckState["history"][number];

const DAY = 86_400_000;
const WIDTH = 320;
const HEIGHT = 56;
/** A line at the very edge would be cut. */
const EDGE = 4;

export type Bar = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type TrendShape = {
  readonly width: number;
  readonly height: number;
  /** Missing over time: the path, and the place of the last reading. */
  readonly line: string;
  readonly last: { readonly x: number; readonly y: number };
  /** Who came along, from one reading to the next: as wide as the time between, as high as their number a day. */
  readonly bars: readonly Bar[];
};

/** Two small pictures with one axis of time. Null where there is nothing to compare yet. */
export function trendShape(history: readonly Point[]): TrendShape | null {
  const [first, ...later] = history;
  const last = later.at(-1);
  if (!first || !last) return null;
  const [from, to] = [Date.parse(first.at), Date.parse(last.at)];
  const x = ({ at }: Point): number =>
    round(EDGE + ((Date.parse(at) - from) / Math.max(1, to - from)) * (WIDTH - 2 * EDGE));
  const most = Math.max(1, ...history.map(({ missing }) => missing));
  const y = ({ missing }: Point): number => round(EDGE + (1 - missing / most) * (HEIGHT - 2 * EDGE));
  const rates = later.map((point, at) => perDay(history[at] ?? first, point));
  const fastest = Math.max(...rates, Number.MIN_VALUE);
  const bars = later.map((point, at): Bar => {
    const left = x(history[at] ?? first);
    const height = round(((rates[at] ?? 0) / fastest) * (HEIGHT - EDGE));
    return { x: left, y: round(HEIGHT - height), width: round(Math.max(1, x(point) - left - 1)), height };
  });
  const places = history.map((point) => `${x(point)} ${y(point)}`);
  return { width: WIDTH, height: HEIGHT, line: `M${places.join("L")}`, last: { x: x(last), y: y(last) }, bars };
}

/** Readings within a day of each other count as a day apart: one arrival in ten minutes is no rush. */
export const perDay = (before: Point, now: Point): number =>
  (now.arrived ?? 0) / Math.max(1, (Date.parse(now.at) - Date.parse(before.at)) / DAY);

const round = (value: number): number => Math.round(value * 100) / 100;
