import type { Scenario } from "../make/scenario.ts";

export const swapped: Scenario = {
  name: "swapped",
  about: "The two addresses were typed the wrong way round.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  followers: { "old.test": ["olga", "otto"], "new.test": ["nora"], "near.test": ["nils", "nele", "nina"] },
  typed: { old: "alice@new.test", new: "alice@old.test" },
  findings: ["swapped"],
};
