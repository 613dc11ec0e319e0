import type { Scenario } from "../../make/scenario.ts";

export const starRows: Scenario = {
  name: "star-rows",
  about: "A row with a star before the name works on some software, and on Mastodon and Misskey on nothing.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@social.new.test", display: "Alice" },
  servers: {
    "mastodon.test": { list: "public", blocks: { "*.new.test": "suspend" } },
    "misskey.test": { software: "misskey", blocks: { "*.new.test": "suspend" } },
    "pleroma.test": { software: "pleroma", list: "public", blocks: { "*.new.test": "suspend" } },
    "akkoma.test": { software: "akkoma", list: "public", blocks: { "*.new.test": "suspend" } },
    "friendica.test": { software: "friendica", list: "public", blocks: { "*.new.test": "suspend" } },
    "ending.test": { software: "akkoma", list: "public", blocks: { test: "suspend" } },
  },
  followers: {
    "mastodon.test": ["ann"],
    "misskey.test": ["ann"],
    "pleroma.test": ["ann"],
    "akkoma.test": ["ann"],
    "friendica.test": ["ann"],
    "ending.test": ["ann"],
  },
};
