import type { Scenario } from "../make/scenario.ts";

export const numbersForNames: Scenario = {
  name: "numbers-for-names",
  about: "Both lists are open as collections alone, and addresses there carry numbers instead of names.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: {
    "old.test": { version: "4.5.15", numericIds: true, closedApi: true },
    "new.test": { numericIds: true, closedApi: true },
    "near.test": { version: "4.5.15", numericIds: true, fromBefore: 0.5 },
    "oak.test": { version: "4.3.23" },
    "far.test": { numericIds: true, mishap: "down-that-day" },
    "tea.test": { numericIds: true, closedApi: true, mishap: "down-that-day" },
  },
  followers: {
    "near.test": ["nils", "nele", "nina", "noah"],
    "oak.test": ["ole", "olaf"],
    "far.test": ["fred", { user: "mo", movedTo: "mo@oak.test" }, { user: "susi", fate: "suspended" }],
    "tea.test": ["tom"],
  },
  others: { "oak.test": [{ user: "mo", aliases: ["mo@far.test"] }] },
};
