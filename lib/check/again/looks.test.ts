import { describe, expect, it } from "vitest";
import { type Looking, lookAfterAll, nextLook } from "./looks.ts";

const DAY = 86_400_000;
const START = Date.parse("2026-11-20T12:00:00.000Z");
const at = (day: number): string => new Date(START + day * DAY).toISOString();
const point = (day: number, missing = 9) => ({ at: at(day), here: 3, missing, newList: 12 });

const check = (more: Partial<Looking> = {}): Looking => ({
  ...{ id: "abc", mode: "moved", state: "done", looks: 0, looksWanted: null },
  ...{ proof: { state: "proven" }, history: [point(0)], expiresAt: new Date(at(90)) },
  ...more,
});
const dayOf = (date: Date | null): number | null => date && (date.getTime() - START) / DAY;

describe("when a check looks again", () => {
  it.each([
    [0, 0, 1],
    [1, 1, 3],
    [2, 3, 7],
    [3, 7, 14],
    [9, 50, 57],
  ])("after %i looks, the last on day %i, on day %i and up to an eighth later", (looks, last, due) => {
    const day = dayOf(nextLook(check({ looks, history: [point(0, 20), point(last)] }))) ?? 0;
    expect(day).toBeGreaterThanOrEqual(due);
    expect(day).toBeLessThanOrEqual(due + (due - last) / 8);
  });

  it("spreads checks that were made at the same moment, each always to the same one", () => {
    const moments = Array.from({ length: 40 }, (_, id) => nextLook(check({ id: `${id}` }))?.getTime());
    expect(new Set(moments).size).toBe(40);
    expect(nextLook(check())).toEqual(nextLook(check()));
  });

  it.each<[string, Partial<Looking>]>([
    ["nobody has shown that it is his", { proof: { state: "missing" } }],
    ["no proof is asked for and nobody wanted it", { proof: { state: "off" } }],
    ["its owner turned it off", { looksWanted: false }],
    ["the move is planned", { mode: "planned" }],
    ["nobody is missing", { history: [point(0, 0)] }],
    ["nothing has been read", { history: [] }],
    ["it expires before", { expiresAt: new Date(at(1)) }],
    ["a week has changed nothing", { looks: 3, history: [point(3), point(7)] }],
  ])("never where %s", (_, more) => {
    expect(nextLook(check(more))).toBeNull();
  });

  it("where its owner asked for it, proven or not", () => {
    expect(nextLook(check({ proof: { state: "missing" }, looksWanted: true }))).not.toBeNull();
  });

  it.each<[string, object]>([
    ["somebody came along", { missing: 8, here: 4 }],
    ["somebody found the new account", { newList: 13 }],
    ["a verdict changed", { changed: true }],
  ])("goes on weekly where %s", (_, more) => {
    const history = [point(3), { ...point(7), ...more }];
    expect(dayOf(nextLook(check({ looks: 3, history })))).toBeGreaterThanOrEqual(14);
  });

  it("at once where its owner asks for one that would have been due, and within a week or so where it had ended", () => {
    const now = new Date(at(20));
    expect(lookAfterAll(check(), now)).toEqual(now);
    const ended = check({ looks: 3, history: [point(13), point(19)] });
    expect(dayOf(lookAfterAll(ended, now))).toBeGreaterThanOrEqual(26);
    expect(lookAfterAll(check({ mode: "planned" }), now)).toBeNull();
  });
});
