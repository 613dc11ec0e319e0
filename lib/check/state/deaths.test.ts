import { expect, test } from "vitest";
import { afterDeaths } from "./deaths.ts";

test("one death proves nothing, more bring longer rests, and in the end the check is given up", () => {
  const steps = [0, 1, 2, 3, 4, 5, 6].map((deaths) => afterDeaths(deaths, "check"));
  expect(steps.slice(0, 2)).toEqual(["run", "run"]);
  const rests = steps.slice(2, 5).map(Number);
  expect(rests).toEqual([...rests].sort((one, other) => one - other));
  expect(rests[0]).toBeGreaterThanOrEqual(60_000);
  expect(steps.slice(5)).toEqual(["give-up", "give-up"]);
});

test("checks that died together do not come back together", () => {
  const rests = ["one", "another", "third", "fourth"].map((id) => afterDeaths(2, id));
  expect(new Set(rests).size).toBe(rests.length);
});
