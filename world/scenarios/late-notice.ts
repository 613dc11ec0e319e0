import type { Scenario } from "../make/scenario.ts";

export const lateNotice: Scenario = {
  name: "late-notice",
  about: "A server was down at the move and up again some minutes later: the old server tried again and got through.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: { "late.test": { fault: "bad-gateway" }, "never.test": { fault: "bad-gateway" } },
  followers: { "near.test": ["nils"], "late.test": ["lena", "leo"], "never.test": ["nora"] },
  script: [
    { do: "snapshot" },
    { do: "move" },
    { do: "mend", at: "late.test" },
    { do: "minutes-pass", minutes: 7 },
    { do: "mend", at: "never.test" },
  ],
  movedDaysAgo: 1,
};
