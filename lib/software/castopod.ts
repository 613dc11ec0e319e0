import type { SoftwareFacts } from "./define.ts";

export const castopod = {
  names: { castopod: "Castopod" },
  family: "other",
  asks: "bare",
  moves: [],
  blocks: null,
  paths: {},
} as const satisfies SoftwareFacts;
