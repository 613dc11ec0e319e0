import type { Scenario } from "../make/scenario.ts";

export const oldServerBlocked: Scenario = {
  name: "old-server-blocked",
  about:
    "Followers' servers block the old one: a leftover on one Mastodon, a block set in between on another, and other software that forgets nothing.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: {
    "left.test": { list: "public", blocks: { "old.test": { severity: "suspend", comment: "unmoderated" } } },
    "hiding.test": { blocks: { "old.test": "suspend" } },
    "cut.test": { list: "public" },
    "mk.test": { software: "misskey", blocks: { "old.test": "suspend" } },
    "pl.test": { software: "pleroma", list: "public", blocks: { "old.test": "suspend" } },
    "gts.test": { software: "gotosocial", robots: "closed-api", blocks: { "old.test": "suspend" } },
  },
  followers: {
    "near.test": ["nils"],
    "left.test": ["lena", "leo"],
    "hiding.test": ["hind"],
    "cut.test": ["curt", "cora"],
    "mk.test": ["mika"],
    "pl.test": ["pleo"],
    "gts.test": ["gita"],
  },
  script: [{ do: "snapshot" }, { do: "block", at: "cut.test", domain: "old.test" }, { do: "move" }],
};
