import type { Scenario } from "../make/scenario.ts";

export const closedFederation: Scenario = {
  name: "closed-federation",
  about: "Servers that talk with few others only, on either side.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: {
    "club.test": { limited: true, allows: ["old.test"] },
    "house.test": { software: "akkoma", list: "public", limited: true, allows: ["old.test"] },
    "school.test": { limited: true, allows: ["new.test"] },
  },
  followers: { "near.test": ["nils"], "club.test": ["clara", "carl"], "house.test": ["hugo"], "school.test": ["sara"] },
};
