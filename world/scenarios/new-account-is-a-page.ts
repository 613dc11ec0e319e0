import type { Scenario } from "../make/scenario.ts";

export const newAccountIsAPage: Scenario = {
  name: "new-account-is-a-page",
  about: "Other servers that ask for the new account get a page for people.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", unverifiable: "document" },
  followers: { "old.test": ["olga", "otto"], "new.test": ["nora"], "near.test": ["nils", "nele", "nina"] },
  findings: ["new-account-unverifiable"],
};
