import type { Scenario } from "../make/scenario.ts";

export const ghosts: Scenario = {
  name: "ghosts",
  about: "Names in the old list that their own servers know nothing of any more.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  followers: {
    "near.test": ["nils", { user: "gus", ghost: true }],
    "far.test": [
      { user: "gina", ghost: true },
      { user: "gil", ghost: true },
    ],
  },
};
