import type { Scenario } from "../make/scenario.ts";

export const stillArriving: Scenario = {
  name: "still-arriving",
  about: "The move is from yesterday, and two servers were down when the notice came.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: { "far.test": { mishap: "down-that-day" }, "wide.test": { mishap: "down-that-day" } },
  followers: { "near.test": ["nils"], "far.test": ["fred", "fiona"], "wide.test": ["wilma"] },
  movedDaysAgo: 1,
  findings: ["too-early"],
};
