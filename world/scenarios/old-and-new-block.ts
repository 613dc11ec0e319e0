import type { Scenario } from "../make/scenario.ts";

export const oldAndNewBlock: Scenario = {
  name: "old-and-new-block",
  about: "The old server has blocked the new one since: nothing passes between the two any more.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: { "old.test": { list: "public" }, "far.test": { mishap: "down-that-day" } },
  followers: { "old.test": ["olga"], "near.test": ["nils"], "far.test": ["fred"] },
  script: [{ do: "snapshot" }, { do: "move" }, { do: "block", at: "old.test", domain: "new.test" }],
  findings: ["old-and-new-block"],
};
