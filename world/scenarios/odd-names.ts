import type { Scenario } from "../make/scenario.ts";

export const oddNames: Scenario = {
  name: "odd-names",
  about: "Addresses on one host and accounts on another, a name in another alphabet, actors known by number.",
  old: { at: "alice@old.test" },
  target: { at: "alice@new.test" },
  servers: {
    "old.test": { web: "social.old.test", numericIds: true },
    "new.test": { web: "web.new.test" },
    "split.test": { web: "mastodon.split.test", list: "public", blocks: { "old.test": "suspend" } },
    "byweb.test": {
      software: "gotosocial",
      robots: "closed-api",
      list: "public",
      blocks: { "social.old.test": "suspend" },
    },
    "xn--bcher-kva.example": { mishap: "down-that-day" },
  },
  followers: {
    "split.test": ["Sally"],
    "byweb.test": ["bill"],
    "xn--bcher-kva.example": ["buch"],
    "near.test": ["nils"],
  },
};
