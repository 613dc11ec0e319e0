import type { Scenario } from "../../make/scenario.ts";

export const throughABridge: Scenario = {
  name: "through-a-bridge",
  about: "Followers from another network come along inside the bridge and stay in the old list for good.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: {
    "new.test": { list: "public", blocks: { "web.bridge.test": "suspend" } },
    "bsky.bridge.test": { software: "bridgy-fed" },
    "web.bridge.test": { software: "bridgy-fed" },
  },
  followers: {
    "bsky.bridge.test": ["ada.sky.example", "bo.sky.example", { user: "cy.sky.example", fate: "deleted" }],
    "web.bridge.test": ["blog.example"],
    "near.test": ["nils"],
  },
};
