import type { Scenario } from "../make/scenario.ts";

export const aliasMissing: Scenario = {
  name: "alias-missing",
  about: "The old account points to the new one, which does not name it in return: every server refuses.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  followers: { "old.test": ["olga", "otto"], "new.test": ["nora"], "near.test": ["nils", "nele", "nina"] },
  script: [{ do: "snapshot" }, { do: "drop-alias" }, { do: "redirect" }],
  findings: ["alias-missing"],
};
