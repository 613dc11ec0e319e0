import { expect, it } from "vitest";
import { beforeRow, knownBefore } from "./before.ts";

const HANDLES = ["@bo@far.example", "bo@far.example", "https://far.example/@ann", "Account address"];

it("counts whoever a snapshot names twice once, and no line that is no address", () => {
  expect(beforeRow({ handles: HANDLES, kind: "snapshot" })).toEqual({ count: 2, kind: "snapshot" });
  expect(new Set(knownBefore({ handles: HANDLES }).map(({ acct }) => acct)).size).toBe(2);
});

it("takes the mover's word for how many there were where a list is not all of them", () => {
  expect(beforeRow({ handles: HANDLES, kind: "severed", count: 1200 })).toEqual({ count: 1200, kind: "severed" });
  expect(beforeRow({ handles: [], count: 7 })).toEqual({ count: 7 });
});
