import type { SoftwareFacts } from "./define.ts";

/** Its version is always 0.1.0, and it began to carry moves out on 2026-05-28: nothing tells which it is. */
export const ghost = {
  names: { ghost: "Ghost" },
  family: "other",
  asks: "bare",
  moves: [{ onMove: "unknown", sends: false, source: "Ghost's change 1816" }],
  blocks: null,
  paths: { follow: null },
} as const satisfies SoftwareFacts;
