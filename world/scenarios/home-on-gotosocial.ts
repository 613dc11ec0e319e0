import type { Scenario } from "../make/scenario.ts";

export const homeOnGotosocial: Scenario = {
  name: "home-on-gotosocial",
  about: "Both accounts are on GoToSocial, which shows strangers without a signature no list.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: {
    "old.test": { software: "gotosocial", robots: "closed-api" },
    "new.test": { software: "gotosocial", robots: "closed-api" },
    "far.test": { list: "public", blocks: { "old.test": "suspend" } },
  },
  followers: { "old.test": ["olga"], "near.test": ["nils", "nele"], "far.test": ["fred"] },
  findings: ["old-list-closed", "new-list-closed"],
};
