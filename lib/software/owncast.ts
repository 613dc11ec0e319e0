import { NEITHER_WAY, type SoftwareFacts } from "./define.ts";

export const owncast = {
  names: { owncast: "Owncast" },
  family: "other",
  asks: "bare",
  moves: [{ onMove: "ignores", ...NEITHER_WAY, source: "Owncast's open issue 2840; it follows nobody" }],
  blocks: null,
  paths: {},
} as const satisfies SoftwareFacts;
