import type { Scenario } from "../make/scenario.ts";

export const secureNewServer: Scenario = {
  name: "secure-new-server",
  about:
    "The new server is in secure mode and answers its client API to members only: its list is open to signed questions.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: { "new.test": { secure: true, closedApi: true, numericIds: true }, "far.test": { mishap: "down-that-day" } },
  followers: { "near.test": ["nils", "nele"], "far.test": ["fred"] },
};
