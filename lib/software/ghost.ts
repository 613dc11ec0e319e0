import type { SoftwareFacts } from "./define.ts";

/** Its version is always 0.1.0, and it began to carry moves out on 2026-05-28: nothing tells which it is. It names former addresses since 2026-05-20, so a move may lead there. */
export const ghost = {
  names: { ghost: "Ghost" },
  family: "other",
  asks: "bare",
  moves: [
    { onMove: "unknown", sends: false, target: true, source: "Ghost's changes 1804 (alsoKnownAs) and 1816 (Moves)" },
  ],
  blocks: null,
  paths: {
    follow: null,
    // Ghost's change 27957, 2026-05-18.
    aliases: "/ghost/#/activitypub/preferences",
    profile: "/ghost/#/activitypub/profile",
  },
  ways: { aliases: "Network → Preferences → Account migration" },
} as const satisfies SoftwareFacts;
