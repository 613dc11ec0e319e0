import type { Scenario } from "../make/scenario.ts";

export const staleHandles: Scenario = {
  name: "stale-handles",
  about: "The old server runs Mastodon 4.7 and shows a name that is out of date as a number at handle.invalid.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: {
    "old.test": { version: "4.7.0-alpha.2" },
    "far.test": { numericIds: true, mishap: "down-that-day" },
  },
  followers: {
    "near.test": ["nils", { user: "gone", fate: "deleted" }],
    "far.test": ["fred", { user: "frances", knownAs: { "old.test": "frank" } }],
  },
};
