import type { Scenario } from "../make/scenario.ts";

export const smoothMove: Scenario = {
  name: "smooth-move",
  about: "Everybody came along; the one case in which there is nothing to say.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  followers: { "old.test": ["olga", "otto"], "new.test": ["nora"], "near.test": ["nils", "nele", "nina"] },
};
