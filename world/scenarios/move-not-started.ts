import type { Scenario } from "../make/scenario.ts";

export const moveNotStarted: Scenario = {
  name: "move-not-started",
  about: "The alias stands, and the move was never sent.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  followers: { "old.test": ["olga", "otto"], "new.test": ["nora"], "near.test": ["nils", "nele", "nina"] },
  script: [{ do: "snapshot" }],
  findings: ["move-not-started"],
};
