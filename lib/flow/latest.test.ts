import { expect, it } from "vitest";
import { keepLatest } from "./latest.ts";

it("forgets what was not used for longest, and nothing else", () => {
  const latest = keepLatest<{ n: number }>(3);
  for (const n of [1, 2, 3]) latest.set(`${n}`, { n });
  latest.get("1");
  latest.set("4", { n: 4 });
  expect(["1", "2", "3", "4"].map((key) => latest.get(key)?.n)).toEqual([1, undefined, 3, 4]);
  latest.delete("1");
  expect(latest.get("1")).toBeUndefined();
});
