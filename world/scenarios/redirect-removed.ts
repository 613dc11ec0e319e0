import type { Scenario } from "../make/scenario.ts";

export const redirectRemoved: Scenario = {
  name: "redirect-removed",
  about: "The move was made and carried out, and the redirect was taken away again afterwards.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: { "far.test": { mishap: "down-that-day" } },
  followers: { "old.test": ["olga", "otto"], "near.test": ["nils", "nele", "nina"], "far.test": ["fred"] },
  script: [{ do: "snapshot" }, { do: "move" }, { do: "cancel-redirect" }],
  findings: ["redirect-removed"],
};
