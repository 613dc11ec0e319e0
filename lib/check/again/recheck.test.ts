import { expect, it } from "vitest";
import { recheckFrom } from "./recheck.ts";

const history = [{ at: "2026-11-20T14:00:00.000Z", here: 1, missing: 2, newList: 3 }];

it("says from when on a finished check can be made again", () => {
  expect(recheckFrom({ state: "done", history })?.toISOString()).toBe("2026-11-20T14:10:00.000Z");
});

it("keeps nobody waiting who stopped a check, or whose check failed", () => {
  expect(recheckFrom({ state: "cancelled", history })).toBeNull();
  expect(recheckFrom({ state: "failed", history })).toBeNull();
  expect(recheckFrom({ state: "done", history: [] })).toBeNull();
});
