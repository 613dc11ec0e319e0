import type { Scenario } from "../make/scenario.ts";

export const accountsGone: Scenario = {
  name: "accounts-gone",
  about:
    "People whose own accounts are deleted, suspended or in memory of somebody; the news never reached the old server.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  followers: {
    "near.test": [
      "nils",
      { user: "dana", fate: "deleted" },
      { user: "susi", fate: "suspended" },
      { user: "memo", fate: "memorial" },
    ],
    "toot.test": [{ user: "dora", fate: "deleted" }, "tara"],
  },
};
