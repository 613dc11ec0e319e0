import type { Scenario } from "../../make/scenario.ts";

export const gotosocialAllowList: Scenario = {
  name: "gotosocial-allow-list",
  about: "GoToSocial servers that federate with allowed servers alone: their public lists of blocks are empty.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: {
    "told.test": {
      software: "gotosocial",
      robots: "none",
      limited: true,
      allows: ["old.test"],
      list: "public",
      allowList: "public",
    },
    "quiet.test": { software: "gotosocial", limited: true, allows: ["old.test"], list: "public" },
    "both.test": { software: "gotosocial", limited: true, allows: ["old.test", "new.test"], allowList: "public" },
  },
  followers: { "told.test": ["tess"], "quiet.test": ["elsa", "emil"], "both.test": ["bea"] },
};
