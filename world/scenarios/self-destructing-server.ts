import type { Scenario } from "../make/scenario.ts";

export const selfDestructingServer: Scenario = {
  name: "self-destructing-server",
  about: "A Mastodon that deletes itself says gone everywhere but in NodeInfo, WebFinger and robots.txt.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: { "closing.test": { version: "4.3.23", fault: "self-destructs" } },
  followers: { "near.test": ["nils"], "closing.test": ["carl", "cora"] },
};
