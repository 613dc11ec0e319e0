import type { Scenario } from "../make/scenario.ts";

export const ownerBlocks: Scenario = {
  name: "owner-blocks",
  about: "The mover blocks a whole server and one person elsewhere, on the new account. Only the mover can see that.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice", blocks: ["far.test", "nora@near.test", "gus@gts.test"] },
  servers: { "gts.test": { software: "gotosocial" } },
  followers: {
    "near.test": ["nils", "nora"],
    "far.test": ["fred", "fiona"],
    "gts.test": ["gus", "gina"],
  },
};
