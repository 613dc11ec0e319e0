import type { SoftwareFacts } from "./define.ts";

export const writefreely = {
  names: { writefreely: "WriteFreely" },
  family: "other",
  asks: "bare",
  moves: [],
  blocks: null,
  paths: {},
} as const satisfies SoftwareFacts;
