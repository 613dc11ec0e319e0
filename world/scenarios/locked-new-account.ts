import type { Scenario } from "../make/scenario.ts";

export const lockedNewAccount: Scenario = {
  name: "locked-new-account",
  about: "The new account asks before it lets anybody follow: nearly everybody waits, on neither list.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", locked: true },
  servers: { "mk.test": { software: "misskey" } },
  followers: { "new.test": ["nora"], "near.test": ["nils", "nele"], "far.test": ["fred"], "mk.test": ["mika"] },
  findings: ["new-account-locked", "check-requests"],
};
