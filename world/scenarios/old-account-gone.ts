import type { Scenario } from "../make/scenario.ts";

export const oldAccountGone: Scenario = {
  name: "old-account-gone",
  about:
    "The old account has been deleted since, and every server forgot it: nobody shows it any more, and nobody blocks it.",
  old: { at: "alice@old.test", display: "Alice", fate: "deleted" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: { "far.test": { mishap: "given-up" } },
  followers: { "near.test": ["nils", "nele"], "far.test": ["fred", "fiona"] },
  script: [
    { do: "snapshot" },
    { do: "move" },
    { do: "purge-old", at: "near.test" },
    { do: "purge-old", at: "far.test" },
  ],
  findings: ["old-account-gone"],
};
