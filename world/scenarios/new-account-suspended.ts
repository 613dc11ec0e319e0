import type { Scenario } from "../make/scenario.ts";

export const newAccountSuspended: Scenario = {
  name: "new-account-suspended",
  about: "One server suspended the new account alone, and nothing else of the new server.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: { "far.test": { suspendsAccount: "new" } },
  followers: { "near.test": ["nils"], "far.test": ["fred", "fiona"] },
};
