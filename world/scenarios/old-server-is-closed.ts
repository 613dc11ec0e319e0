import type { Scenario } from "../make/scenario.ts";

/** It answers servers that it has named, and nobody else: a stranger sees neither the account nor where it went. */
export const oldServerIsClosed: Scenario = {
  name: "old-server-is-closed",
  about: "The old server federates with named servers only and shows strangers nothing; the mover saved a list.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: {
    "old.test": { limited: true, allows: ["new.test", "near.test", "quiet.test"] },
    "quiet.test": { mishap: "down-that-day" },
  },
  followers: { "near.test": ["nils", "nele"], "quiet.test": ["quinn"] },
  script: [{ do: "snapshot" }, { do: "move" }],
  findings: ["old-list-closed"],
};
