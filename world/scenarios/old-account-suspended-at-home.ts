import type { Scenario } from "../make/scenario.ts";

export const oldAccountSuspendedAtHome: Scenario = {
  name: "old-account-suspended-at-home",
  about: "The old server suspended the old account after the move; other servers show the same, and suspended nobody.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: { "far.test": { mishap: "down-that-day" } },
  followers: { "near.test": ["nils", "nele"], "far.test": ["fred", "fiona"] },
  script: [{ do: "snapshot" }, { do: "move" }, { do: "suspend-account", who: "alice@old.test" }],
};
