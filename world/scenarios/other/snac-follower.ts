import type { Scenario } from "../../make/scenario.ts";

export const snacFollower: Scenario = {
  name: "snac-follower",
  about: "snac takes the notice and follows nobody it has not met before.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: { "snac.test": { software: "snac" }, "met.test": { software: "snac" } },
  followers: { "snac.test": ["sam", "sven"], "met.test": ["mel", { user: "may", alsoFollowsNew: true }] },
};
