import type { SoftwareFacts } from "./define.ts";

export const funkwhale = {
  names: { funkwhale: "Funkwhale" },
  family: "other",
  asks: "bare",
  moves: [],
  blocks: null,
  paths: {},
} as const satisfies SoftwareFacts;
