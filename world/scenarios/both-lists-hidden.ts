import type { Scenario } from "../make/scenario.ts";

export const bothListsHidden: Scenario = {
  name: "both-lists-hidden",
  about: "Both accounts hide their followers.",
  old: { at: "alice@old.test", hidesLists: true },
  target: { at: "alice@new.test", hidesLists: true },
  followers: { "old.test": ["olga", "otto"], "new.test": ["nora"], "near.test": ["nils", "nele", "nina"] },
  findings: ["old-list-hidden", "new-list-hidden"],
};
