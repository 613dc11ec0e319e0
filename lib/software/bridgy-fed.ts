import type { SoftwareFacts } from "./define.ts";

export const bridgyFed = {
  names: { "bridgy-fed": "Bridgy Fed" },
  family: "other",
  asks: "bare",
  moves: [{ onMove: "unknown", source: "Bridgy Fed's open issue 330" }],
  blocks: null,
  paths: {},
} as const satisfies SoftwareFacts;
