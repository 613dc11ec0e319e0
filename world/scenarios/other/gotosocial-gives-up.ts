import type { Scenario } from "../../make/scenario.ts";

export const gotosocialGivesUp: Scenario = {
  name: "gotosocial-gives-up",
  about: "The old account is on GoToSocial, which tries no more after the first answer that follows an outage.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: { "old.test": { software: "gotosocial" }, "hazel.test": { mishap: "down-that-day" } },
  followers: { "near.test": ["nils"], "hazel.test": ["hugo", "hana"] },
  movedDaysAgo: 1,
};
