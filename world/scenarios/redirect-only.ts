import type { Scenario } from "../make/scenario.ts";

export const redirectOnly: Scenario = {
  name: "redirect-only",
  about: "The profile was redirected and no move was sent: even people on the same server stayed.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  followers: { "old.test": ["olga", "otto", "oskar"], "new.test": ["nora"], "near.test": ["nils", "nele", "nina"] },
  script: [{ do: "snapshot" }, { do: "redirect" }],
  findings: ["redirect-only"],
};
