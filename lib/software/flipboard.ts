import type { SoftwareFacts } from "./define.ts";

export const flipboard = {
  names: { flipboard: "Flipboard" },
  family: "other",
  asks: "bare",
  moves: [],
  blocks: null,
  paths: {},
} as const satisfies SoftwareFacts;
