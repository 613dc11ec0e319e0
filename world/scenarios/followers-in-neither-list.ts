import type { Scenario } from "../make/scenario.ts";

export const followersInNeitherList: Scenario = {
  name: "followers-in-neither-list",
  about: "The new server limits two servers: their people wait for approval and are on neither list.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: { "new.test": { list: "public", blocks: { "far.test": "silence", "wide.test": "silence" } } },
  followers: { "near.test": ["nils"], "far.test": ["fred", "fiona"], "wide.test": ["wilma"] },
  findings: ["check-requests"],
};
