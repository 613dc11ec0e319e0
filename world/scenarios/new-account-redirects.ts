import type { Scenario } from "../make/scenario.ts";

export const newAccountRedirects: Scenario = {
  name: "new-account-redirects",
  about: "The new account itself points to a third one, so every follow is refused.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", movedTo: "alice@third.test" },
  followers: { "old.test": ["olga", "otto"], "new.test": ["nora"], "near.test": ["nils", "nele", "nina"] },
  others: { "third.test": [{ user: "alice", aliases: ["alice@new.test"] }] },
  findings: ["new-account-redirects"],
};
