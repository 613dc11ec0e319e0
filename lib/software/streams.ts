import type { SoftwareFacts } from "./define.ts";

export const streams = {
  names: { streams: "streams", forte: "Forte" },
  family: "other",
  asks: "bare",
  moves: [],
  blocks: null,
  paths: {},
} as const satisfies SoftwareFacts;
