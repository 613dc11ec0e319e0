import type { Scenario } from "#world/make/scenario.ts";

/** More pages at the old home than its window has room for. */
export const NARROW: Scenario = {
  name: "narrow",
  about: "The old home lets few questions pass in a window, and says how long to wait.",
  old: { at: "alice@old.test" },
  target: { at: "alice@new.test" },
  servers: { "old.test": { limits: "retry-after", window: 5 }, "far.test": { blocks: { "old.test": "suspend" } } },
  followers: { "far.test": Array.from({ length: 400 }, (_, n) => `f${n}`) },
};
