import type { Scenario } from "../../make/scenario.ts";

export const gotosocialAsShipped: Scenario = {
  name: "gotosocial-as-shipped",
  about:
    "Both accounts and some followers are on GoToSocial, each with the robots.txt it ships and lists for signers alone.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: {
    "old.test": { software: "gotosocial" },
    "new.test": { software: "gotosocial" },
    "far.test": { software: "gotosocial", list: "public", blocks: { "old.test": "suspend" } },
    "mk.test": { software: "misskey" },
    "snac.test": { software: "snac" },
  },
  followers: {
    "old.test": ["otto"],
    "new.test": ["nora"],
    "far.test": ["fred", "fiona"],
    "mk.test": ["mika", "mako", "miro"],
    "snac.test": ["sam"],
  },
};
