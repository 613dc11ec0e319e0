import type { Scenario } from "../make/scenario.ts";

export const movedOn: Scenario = {
  name: "moved-on",
  about: "Mo moved to another server before the notice came, and does not follow from there.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: { "far.test": { software: "misskey", mishap: "down-that-day" } },
  followers: { "near.test": ["nils"], "far.test": [{ user: "mo", movedTo: "mo@third.test" }, "max"] },
  others: { "third.test": [{ user: "mo", aliases: ["mo@far.test"] }] },
};
