import type { Scenario } from "../../make/scenario.ts";

export const ghostAsNew: Scenario = {
  name: "ghost-as-new",
  about: "The new account is a publication on Ghost, which hands out its list in one piece.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "index@paper.test", display: "The paper" },
  servers: {
    "paper.test": { software: "ghost" },
    "press.test": { software: "ghost" },
    "far.test": { list: "public", blocks: { "paper.test": "suspend" } },
  },
  followers: { "near.test": ["nils", "nele"], "press.test": ["index"], "far.test": ["fred"] },
};
