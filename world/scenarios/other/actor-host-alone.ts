import type { Scenario } from "../../make/scenario.ts";

export const actorHostAlone: Scenario = {
  name: "actor-host-alone",
  about: "The new account's address and account stand on two hosts; a row for the address stops it on Mastodon alone.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: {
    "new.test": { web: "social.new.example" },
    "mastodon.test": { list: "public", blocks: { "new.test": "suspend" } },
    "akkoma.test": { software: "akkoma", list: "public", blocks: { "new.test": "suspend" } },
    "pleroma.test": { software: "pleroma", list: "public", blocks: { "new.test": "suspend" } },
    "misskey.test": { software: "misskey", blocks: { "new.test": "suspend" } },
    "friendica.test": { software: "friendica", list: "public", blocks: { "new.test": "suspend" } },
    "host.test": { software: "akkoma", list: "public", blocks: { "social.new.example": "suspend" } },
    "circle.test": { software: "akkoma", list: "public", limited: true, allows: ["old.test", "new.test"] },
  },
  followers: {
    "mastodon.test": ["ann"],
    "akkoma.test": ["ann"],
    "pleroma.test": ["ann"],
    "misskey.test": ["ann"],
    "friendica.test": ["ann"],
    "host.test": ["ann"],
    "circle.test": ["ann"],
  },
};
