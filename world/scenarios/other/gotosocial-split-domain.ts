import type { Scenario } from "../../make/scenario.ts";

export const gotosocialSplitDomain: Scenario = {
  name: "gotosocial-split-domain",
  about: "A follower whose address and whose account stand on two hosts, seen by lists of addresses of accounts.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: {
    "old.test": { software: "gotosocial" },
    "new.test": { software: "gotosocial" },
    "juniper.test": { software: "gotosocial", web: "social.juniper.test" },
    "cedar.test": {
      software: "gotosocial",
      web: "social.cedar.test",
      robots: "none",
      blocks: { "new.test": "suspend" },
      list: "public",
    },
  },
  followers: { "juniper.test": ["jan"], "cedar.test": ["cora"] },
};
