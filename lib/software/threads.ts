import { NEITHER_WAY, type SoftwareFacts } from "./define.ts";

export const threads = {
  names: { threads: "Threads" },
  family: "other",
  asks: "bare",
  moves: [{ onMove: "ignores", ...NEITHER_WAY, source: "second-hand accounts only" }],
  blocks: null,
  paths: {},
} as const satisfies SoftwareFacts;
