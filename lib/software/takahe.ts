import { NEITHER_WAY, type SoftwareFacts } from "./define.ts";

export const takahe = {
  names: { takahe: "Takahē" },
  family: "other",
  asks: "bare",
  moves: [{ onMove: "ignores", ...NEITHER_WAY, source: "activities/models/inbox_message.py: a Move passes by" }],
  blocks: null,
  // Issue 557 asks for such a page.
  paths: { follow: null },
} as const satisfies SoftwareFacts;
