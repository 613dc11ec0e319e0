import type { Scenario } from "../make/scenario.ts";

export const newServerBlocked: Scenario = {
  name: "new-server-blocked",
  about:
    "Followers' servers block the new one: clearly, starred out, by a name above it, in hiding, and by a setting of their own kind.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@home.new.test", display: "Alice" },
  servers: {
    "clear.test": { list: "public", blocks: { "home.new.test": { severity: "suspend", comment: "spam" } }, filler: 30 },
    "starred.test": {
      list: "public",
      blocks: { "home.new.test": { severity: "suspend", obfuscate: true } },
      filler: 30,
    },
    "parent.test": { list: "public", blocks: { "new.test": "suspend" } },
    "hiding.test": { blocks: { "home.new.test": "suspend" } },
    "akkoma.test": { software: "akkoma", list: "public", blocks: { "new.test": "suspend" } },
    "gts.test": {
      software: "gotosocial",
      robots: "closed-api",
      list: "public",
      blocks: { "home.new.test": { severity: "suspend", obfuscate: true } },
    },
    "alone.test": { users: 1, list: "public", blocks: { "home.new.test": "suspend" } },
    "account.test": { suspendsAccount: "new" },
  },
  followers: {
    "near.test": ["nils"],
    "clear.test": ["cleo", "clem"],
    "starred.test": ["stan"],
    "parent.test": ["pat"],
    "hiding.test": ["hind", "hal"],
    "akkoma.test": ["aki"],
    "gts.test": ["gita"],
    "alone.test": ["al"],
    "account.test": ["acke"],
  },
};
