import { describe, expect, it } from "vitest";
import { type RecentPair, readPairs, withPair } from "./recent-pairs.ts";

const pair = (id: string): RecentPair => ({ id, old: "a@old.example", new: null, at: "2026-11-20T00:00:00Z" });

describe("recent pairs", () => {
  it("keeps five, the newest first, each once", () => {
    const pairs = ["1", "2", "3", "4", "5", "6", "2"].reduce<readonly RecentPair[]>(
      (all, id) => withPair(all, pair(id)),
      [],
    );
    expect(pairs.map(({ id }) => id)).toEqual(["2", "6", "5", "4", "3"]);
  });
  it("survives whatever else stands in the storage", () => {
    for (const stored of [null, "", "{", "7", '{"id":1}', '[null,1,{"id":"x"}]']) expect(readPairs(stored)).toEqual([]);
    expect(readPairs(JSON.stringify([pair("1")]))).toHaveLength(1);
  });
});
