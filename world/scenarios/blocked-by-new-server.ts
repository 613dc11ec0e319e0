import type { Scenario } from "../make/scenario.ts";

export const blockedByNewServer: Scenario = {
  name: "blocked-by-new-server",
  about: "The new server refuses some followers' servers: they are on neither list.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: {
    "new.test": {
      list: "public",
      blocks: { "far.test": { severity: "suspend", comment: "unmoderated" }, "mk.test": "suspend" },
    },
    "mk.test": { software: "misskey" },
  },
  followers: { "near.test": ["nils"], "far.test": ["fred", "fiona"], "mk.test": ["mika"] },
};
