import type { Scenario } from "../make/scenario.ts";

export const twoStayAtHome: Scenario = {
  name: "two-stay-at-home",
  about: "Two people of the old server blocked the new account; everybody else there was carried along.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  followers: {
    "old.test": ["olga", "otto", "odo", { user: "omar", blocksNew: true }, { user: "oona", blocksNew: true }],
    "near.test": ["nils", "nele"],
  },
};
