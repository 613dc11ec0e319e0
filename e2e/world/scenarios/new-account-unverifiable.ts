import type { Scenario } from "../scenario.ts";

export const newAccountUnverifiable: Scenario = {
  name: "new-account-unverifiable",
  about: "The new handle leads to another document than the account that claims it.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", unverifiable: "handle" },
  followers: { "old.test": ["olga", "otto"], "new.test": ["nora"], "near.test": ["nils", "nele", "nina"] },
  findings: ["new-account-unverifiable"],
};
