import type { Scenario } from "../make/scenario.ts";

export const newsWithoutMoved: Scenario = {
  name: "news-without-moved",
  about:
    "One server suspends the new one: it took the news in and its copy of the old account is newer than the move. Another never heard.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: {
    "wall.test": { blocks: { "new.test": "suspend" } },
    "deaf.test": { mishap: "down-that-day" },
  },
  followers: {
    "near.test": ["nils", "nele", "nina"],
    "wall.test": ["walt", "wanda"],
    "deaf.test": ["dora", "doug"],
  },
};
