import type { Scenario } from "../make/scenario.ts";

export const everyoneLostOnOneServer: Scenario = {
  name: "everyone-lost-on-one-server",
  about: "Seven people of one server stayed behind together: it could not reach the new server on that day.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: { "far.test": { mishap: "cannot-fetch-new" }, "wide.test": { mishap: "given-up" } },
  followers: {
    "near.test": ["nils", "nele"],
    "far.test": ["fay", "fee", "finn", "flo", "fox", "fred", "fritz"],
    "wide.test": ["wim"],
  },
};
