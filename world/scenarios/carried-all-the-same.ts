import type { Scenario } from "../make/scenario.ts";

export const carriedAllTheSame: Scenario = {
  name: "carried-all-the-same",
  about: "People who had moved on, who are remembered, or who were suspended a minute before: all were carried along.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  followers: {
    "near.test": [
      "nils",
      { user: "mo", movedTo: "mo@third.test" },
      { user: "memo", fate: "memorial" },
      { user: "quiet", fate: "suspended", newsStayedHome: true },
      { user: "susi", fate: "suspended" },
    ],
  },
  others: { "third.test": [{ user: "mo", aliases: ["mo@near.test"] }] },
};
