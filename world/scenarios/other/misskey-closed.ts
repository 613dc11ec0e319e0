import type { Scenario } from "../../make/scenario.ts";

export const misskeyClosed: Scenario = {
  name: "misskey-closed",
  about: "Misskey servers that federate with some, or with nobody any more: they publish that, and not with whom.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: {
    "some.test": { software: "misskey", limited: true, allows: ["old.test"] },
    "cherry.test": { software: "cherrypick", limited: true, allows: ["old.test", "test"] },
    "none.test": { software: "misskey", limited: true },
  },
  followers: { "some.test": ["sumi"], "cherry.test": ["chip"], "none.test": ["nao"] },
};
