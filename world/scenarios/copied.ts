import type { Scenario } from "../make/scenario.ts";

/** As FEP-7628 has it: the old account says where its copy is, and stays in use. */
export const copied: Scenario = {
  name: "copied",
  about: "The old account was copied to the new one and stays in use: nobody was ever asked to come along.",
  old: { at: "alice@old.test", display: "Alice", copiedTo: "alice@new.test" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: { "old.test": { software: "unheard-of" } },
  followers: { "old.test": ["olga", "otto"], "new.test": ["nora"], "near.test": ["nils", "nele", "nina"] },
  script: [{ do: "snapshot" }],
  findings: ["copied"],
};
