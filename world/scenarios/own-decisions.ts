import type { Scenario } from "../make/scenario.ts";

export const ownDecisions: Scenario = {
  name: "own-decisions",
  about: "Two people blocked the new account themselves. Nobody can know, and nobody should guess.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  followers: {
    "near.test": [
      "nils",
      "nele",
      "nina",
      "noah",
      { user: "nope", blocksNew: true },
      { user: "never", blocksNew: true },
    ],
  },
};
