import type { Scenario } from "../make/scenario.ts";

export const renamedFollowers: Scenario = {
  name: "renamed-followers",
  about:
    "Two people were given another name at home and kept their address; the old server still knows the names of before.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: {
    "near.test": { numericIds: true },
    "far.test": { numericIds: true, mishap: "down-that-day" },
  },
  followers: {
    "near.test": ["nils", { user: "robin", knownAs: { "old.test": "rob" } }],
    "far.test": ["fred", { user: "frances", knownAs: { "old.test": "frank" } }],
  },
};
