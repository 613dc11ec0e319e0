import type { Scenario } from "../make/scenario.ts";

export const allListsHidden: Scenario = {
  name: "all-lists-hidden",
  about: "No server shows whom it blocks, and half of them answer no stranger at all; single look-ups have to do.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: {
    "far.test": { blocks: { "old.test": "suspend" } },
    "wall.test": { blocks: { "new.test": "suspend" } },
    "shut.test": { closedApi: true, secure: true, blocks: { "old.test": "suspend" } },
    "gts.test": { software: "gotosocial", robots: "closed-api", blocks: { "new.test": "suspend" } },
  },
  followers: {
    "near.test": ["nils"],
    "far.test": ["fred", "fiona"],
    "wall.test": ["wanda"],
    "shut.test": ["shea"],
    "gts.test": ["gita"],
  },
};
