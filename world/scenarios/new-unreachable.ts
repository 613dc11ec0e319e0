import type { Scenario } from "../make/scenario.ts";

export const newUnreachable: Scenario = {
  name: "new-unreachable",
  about: "The new server is down.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  followers: { "old.test": ["olga", "otto"], "new.test": ["nora"], "near.test": ["nils", "nele", "nina"] },
  script: [{ do: "snapshot" }, { do: "move" }, { do: "break", at: "new.test", fault: "bad-gateway" }],
  findings: ["new-unreachable"],
};
