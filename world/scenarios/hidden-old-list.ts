import type { Scenario } from "../make/scenario.ts";

export const hiddenOldList: Scenario = {
  name: "hidden-old-list",
  about: "The old account hides its followers: who is missing can only be told from a list saved before.",
  old: { at: "alice@old.test", hidesLists: true },
  target: { at: "alice@new.test", display: "Alice" },
  servers: { "far.test": { list: "public", blocks: { "old.test": "suspend" } } },
  followers: { "near.test": ["nils", "nele"], "far.test": ["fred"] },
  findings: ["old-list-hidden"],
};
