import { NEITHER_WAY, type SoftwareFacts } from "./define.ts";

export const nodebb = {
  names: { nodebb: "NodeBB" },
  family: "other",
  asks: "bare",
  moves: [{ onMove: "ignores", ...NEITHER_WAY, source: "src/activitypub/inbox.js: no handler of Move" }],
  blocks: null,
  paths: {},
} as const satisfies SoftwareFacts;
