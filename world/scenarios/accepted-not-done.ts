import type { Scenario } from "../make/scenario.ts";

export const acceptedNotDone: Scenario = {
  name: "accepted-not-done",
  about: "Servers that noted the move, and whose people still follow the old account alone.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: {
    "mk.test": { software: "misskey", version: "2024.10.1" },
    "snac.test": { software: "snac", robots: "none" },
  },
  followers: { "near.test": ["nils"], "mk.test": ["mika", "mako"], "snac.test": ["sam"] },
};
