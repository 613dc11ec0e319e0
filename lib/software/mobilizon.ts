import type { SoftwareFacts } from "./define.ts";

export const mobilizon = {
  names: { mobilizon: "Mobilizon" },
  family: "other",
  asks: "bare",
  moves: [],
  blocks: null,
  paths: {},
} as const satisfies SoftwareFacts;
