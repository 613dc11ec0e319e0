import type { Scenario } from "../make/scenario.ts";

export const homeOnHollo: Scenario = {
  name: "home-on-hollo",
  about: "Both accounts are on Hollo, which hands out a list in one piece.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: {
    "old.test": { software: "hollo" },
    "new.test": { software: "hollo" },
    "far.test": { list: "public", blocks: { "old.test": "suspend" } },
  },
  followers: { "near.test": ["nils", "nele"], "far.test": ["fred"] },
};
