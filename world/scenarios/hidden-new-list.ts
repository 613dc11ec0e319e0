import type { Scenario } from "../make/scenario.ts";

export const hiddenNewList: Scenario = {
  name: "hidden-new-list",
  about: "The new account hides its followers: nobody can be called missing.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", hidesLists: true },
  servers: { "far.test": { list: "public", blocks: { "old.test": "suspend" } } },
  followers: { "near.test": ["nils", "nele"], "far.test": ["fred"] },
  findings: ["new-list-hidden"],
};
