import type { Scenario } from "../make/scenario.ts";

/** The smallest world in which people go missing for different reasons. */
export const threeServers: Scenario = {
  name: "three-servers",
  about:
    "Alice moved from old.test to new.test. Most came along; far.test blocks her old server, wall.test her new one, gone.test has closed for good.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: {
    "old.test": {},
    "new.test": {},
    "far.test": { list: "public", blocks: { "old.test": { severity: "suspend", comment: "unmoderated" } }, filler: 40 },
    "wall.test": { list: "public", blocks: { "new.test": { severity: "suspend", obfuscate: true } }, filler: 40 },
    "gone.test": { fault: "gone" },
  },
  followers: {
    "old.test": ["olga", "otto"],
    "new.test": ["nora"],
    "near.test": [{ user: "nils", display: "Nils" }, "nele"],
    "far.test": ["fred", "fiona"],
    "wall.test": ["wanda", "will"],
    "gone.test": ["gus"],
  },
  newcomers: { "near.test": ["neo"] },
};
