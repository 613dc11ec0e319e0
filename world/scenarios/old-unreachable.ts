import type { Scenario } from "../make/scenario.ts";

export const oldUnreachable: Scenario = {
  name: "old-unreachable",
  about: "The old server is down, after a move that went well.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  followers: { "old.test": ["olga", "otto"], "new.test": ["nora"], "near.test": ["nils", "nele", "nina"] },
  script: [{ do: "snapshot" }, { do: "move" }, { do: "break", at: "old.test", fault: "bad-gateway" }],
  findings: ["old-unreachable"],
};
