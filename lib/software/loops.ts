import type { SoftwareFacts } from "./define.ts";

export const loops = {
  names: { loops: "Loops" },
  family: "other",
  asks: "bare",
  moves: [],
  blocks: null,
  paths: { follow: "/intents/follow?object={object}" },
} as const satisfies SoftwareFacts;
