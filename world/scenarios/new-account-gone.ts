import type { Scenario } from "../make/scenario.ts";

export const newAccountGone: Scenario = {
  name: "new-account-gone",
  about: "The new account has been deleted since.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", fate: "deleted" },
  followers: { "old.test": ["olga", "otto"], "new.test": ["nora"], "near.test": ["nils", "nele", "nina"] },
  findings: ["new-account-gone"],
};
