import type { Scenario } from "../make/scenario.ts";

export const newAccountUnverifiable: Scenario = {
  name: "new-account-unverifiable",
  about:
    "The new server answers under two names, and knows nobody under the one its accounts stand under: other servers cannot make sure of the new account.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", unverifiable: "handle" },
  servers: { "new.test": { web: "social.new.test" } },
  followers: { "old.test": ["olga", "otto"], "new.test": ["nora"], "near.test": ["nils", "nele", "nina"] },
  findings: ["new-account-unverifiable"],
};
