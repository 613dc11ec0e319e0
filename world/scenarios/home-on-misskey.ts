import type { Scenario } from "../make/scenario.ts";

export const homeOnMisskey: Scenario = {
  name: "home-on-misskey",
  about: "Both accounts are on Misskey.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: {
    "old.test": { software: "misskey" },
    "new.test": { software: "misskey" },
    "far.test": { list: "public", blocks: { "old.test": "suspend" } },
  },
  followers: { "old.test": ["olga"], "near.test": ["nils", "nele"], "far.test": ["fred"] },
};
