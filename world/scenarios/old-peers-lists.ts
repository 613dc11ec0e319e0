import type { Scenario } from "../make/scenario.ts";

export const oldPeersLists: Scenario = {
  name: "old-peers-lists",
  about: "Lists of peers that are a day old or empty; the search among peers is fresh.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: {
    "young.test": { peersAge: "empty", mishap: "down-that-day" },
    "daily.test": { peersAge: "day-old", mishap: "down-that-day" },
  },
  followers: { "near.test": ["nils"], "young.test": ["yara"], "daily.test": ["dave"] },
};
