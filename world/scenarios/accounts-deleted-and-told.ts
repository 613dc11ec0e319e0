import type { Scenario } from "../make/scenario.ts";

export const accountsDeletedAndTold: Scenario = {
  name: "accounts-deleted-and-told",
  about:
    "People who deleted their accounts before the move and after it, as their servers told everybody: they are on neither list.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  followers: { "near.test": ["nils", "nele", "dana"], "toot.test": ["dora", "tara"] },
  script: [
    { do: "snapshot" },
    { do: "delete-account", who: "dana@near.test", told: true },
    { do: "move" },
    { do: "delete-account", who: "dora@toot.test", told: true },
  ],
};
