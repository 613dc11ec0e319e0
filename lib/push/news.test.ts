import { describe, expect, it } from "vitest";
import type { HistoryRow } from "#lib/store/tables/types.ts";
import { newsIn } from "./news.ts";

const NOW = new Date("2026-11-20T12:00:00.000Z");
const row = (more: Partial<HistoryRow> = {}): HistoryRow => ({
  ...{ at: NOW.toISOString(), here: 10, missing: 5, newList: 15 },
  ...more,
});
const FIRST = row({ at: "2026-11-19T12:00:00.000Z" });
const look = (more: Partial<HistoryRow> = {}) => row({ byItself: true, arrived: 0, changed: false, ...more });

describe("what a browser is told", () => {
  it.each([
    ["somebody came along", [FIRST, look({ arrived: 2, missing: 3 })], { arrived: 2 }],
    ["something else is known", [FIRST, look({ changed: true })], { arrived: 0 }],
    ["another number is missing", [FIRST, look({ missing: 4 })], { arrived: 0 }],
    ["nothing changed", [FIRST, look()], null],
    ["only somebody new follows", [FIRST, look({ newList: 16 })], null],
    ["somebody asked for it", [FIRST, row({ arrived: 2 })], null],
    ["the first reading", [FIRST], null],
    ["none at all", [], null],
    ["it is two days old", [FIRST, look({ arrived: 2, at: "2026-11-18T12:00:00.000Z" })], null],
  ])("%s", (_, history, news) => {
    expect(newsIn(history, NOW)).toEqual(news);
  });
});
