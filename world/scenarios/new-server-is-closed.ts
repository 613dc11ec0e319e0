import type { Scenario } from "../make/scenario.ts";

export const newServerIsClosed: Scenario = {
  name: "new-server-is-closed",
  about:
    "The new server federates with a few servers only, and most followers live elsewhere. One stayed for her own reason.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: { "new.test": { limited: true, allows: ["old.test", "near.test"] } },
  followers: { "near.test": ["nils", { user: "nele", ghost: true }], "far.test": ["fred", "fiona"] },
  findings: ["new-list-closed"],
};
