import { BOTH_WAYS, type SoftwareFacts } from "./define.ts";

export const wordpress = {
  names: { wordpress: "WordPress" },
  family: "other",
  asks: "bare",
  moves: [
    {
      onMove: "ignores",
      needsMovedTo: true,
      ...BOTH_WAYS,
      source: "handler/class-move.php: renames its record of the other account and sends no follow",
    },
  ],
  blocks: null,
  paths: {},
} as const satisfies SoftwareFacts;
