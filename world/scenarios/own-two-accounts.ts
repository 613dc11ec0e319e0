import type { Scenario } from "../make/scenario.ts";

export const ownTwoAccounts: Scenario = {
  name: "own-two-accounts",
  about: "The old account follows the new one and the new one the old: neither is a follower who could be lost.",
  old: { at: "alice@old.test", display: "Alice", followsOther: true },
  target: { at: "alice@new.test", display: "Alice", followsOther: true },
  servers: { "far.test": { mishap: "down-that-day" } },
  followers: { "old.test": ["olga"], "near.test": ["nils", "nele"], "far.test": ["fred"] },
};
