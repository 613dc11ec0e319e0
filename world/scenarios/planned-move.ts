import type { Scenario } from "../make/scenario.ts";

export const plannedMove: Scenario = {
  name: "planned-move",
  about: "Nothing has happened yet: three servers could become the new home, and each would lose other people.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@calm.test" },
  candidates: ["calm.test", "loud.test", "club.test"],
  servers: {
    "calm.test": { list: "public" },
    "loud.test": { list: "public", blocks: { "far.test": "suspend" }, signUp: "approval" },
    "club.test": { limited: true, allows: ["old.test", "near.test"], signUp: "closed" },
    "far.test": { list: "public", blocks: { "calm.test": "suspend" } },
    "wall.test": { list: "public", blocks: { "loud.test": "suspend" } },
    "gone.test": { fault: "gone" },
  },
  followers: {
    "near.test": ["nils", "nele"],
    "far.test": ["fred", "fiona"],
    "wall.test": ["wanda"],
    "gone.test": ["gus"],
  },
  script: [],
};
