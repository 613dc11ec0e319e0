import type { Scenario } from "../make/scenario.ts";

export const oldAccountDeletedAfterMove: Scenario = {
  name: "old-account-deleted-after-move",
  about: "The old account was deleted after the move: its server still gives its address, all others forgot it.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: { "old.test": { version: "4.5.15", numericIds: true }, "far.test": { mishap: "down-that-day" } },
  followers: { "near.test": ["nils", "nele"], "far.test": ["fred", "fiona"] },
  script: [{ do: "snapshot" }, { do: "move" }, { do: "delete-account", who: "alice@old.test", told: true }],
  findings: ["old-account-gone"],
};
