import type { Scenario } from "../../make/scenario.ts";

export const gotosocialRefuses: Scenario = {
  name: "gotosocial-refuses",
  about:
    "The new server, a GoToSocial, blocks a follower's server, which cannot read the new account and lets nobody go.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: {
    "new.test": {
      software: "gotosocial",
      list: "public",
      blocks: { "cedar.test": "suspend", "masto.test": "suspend" },
    },
    "cedar.test": { software: "gotosocial" },
  },
  followers: { "cedar.test": ["cora", "carlo"], "masto.test": ["mo"], "near.test": ["nils"] },
};
