import type { Scenario } from "../make/scenario.ts";

export const oldAccountSuspended: Scenario = {
  name: "old-account-suspended",
  about: "One server suspended the old account alone; the notice was accepted there and thrown away.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: { "far.test": { suspendsAccount: "old" } },
  followers: { "near.test": ["nils"], "far.test": ["fred", "fiona"] },
};
