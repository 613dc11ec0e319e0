import type { Scenario } from "../make/scenario.ts";

export const blockedByOldServer: Scenario = {
  name: "blocked-by-old-server",
  about: "The old server cut off two servers long before the move; only a file from that day still names the people.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: { "old.test": { list: "public" } },
  followers: { "near.test": ["nils"], "far.test": ["fred", "fiona"], "wide.test": ["wilma"] },
  script: [
    { do: "snapshot" },
    { do: "block", at: "old.test", domain: "far.test" },
    { do: "block", at: "old.test", domain: "wide.test" },
    { do: "move" },
  ],
};
