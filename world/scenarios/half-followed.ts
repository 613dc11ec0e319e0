import type { Scenario } from "../make/scenario.ts";

export const halfFollowed: Scenario = {
  name: "half-followed",
  about: "People the new server lists as followers and whose own server still waits for an answer.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: { "far.test": { mishap: "accept-lost" } },
  followers: { "near.test": ["nils"], "far.test": ["fred", "fiona"] },
};
