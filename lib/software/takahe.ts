import { NEITHER_WAY, type SoftwareFacts } from "./define.ts";

export const takahe = {
  names: { takahe: "Takahē" },
  family: "other",
  asks: "bare",
  moves: [{ onMove: "ignores", ...NEITHER_WAY, source: "activities/models/inbox_message.py: a Move passes by" }],
  blocks: null,
  paths: {},
} as const satisfies SoftwareFacts;
