import type { Scenario } from "../make/scenario.ts";

export const movedElsewhere: Scenario = {
  name: "moved-elsewhere",
  about: "The old account points to a third one, not to the one that was typed.",
  old: { at: "alice@old.test", movedTo: "alice@third.test" },
  target: { at: "alice@new.test", display: "Alice" },
  followers: { "old.test": ["olga", "otto"], "new.test": ["nora"], "near.test": ["nils", "nele", "nina"] },
  others: { "third.test": [{ user: "alice", aliases: ["alice@old.test"] }] },
  script: [{ do: "snapshot" }],
  findings: ["moved-elsewhere"],
};
