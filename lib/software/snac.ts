import { BOTH_WAYS, type SoftwareFacts } from "./define.ts";

export const snac = {
  names: { snac: "snac", snac2: "snac" },
  family: "other",
  asks: "snac",
  moves: [
    {
      onMove: "carries-out",
      ...BOTH_WAYS,
      source: "activitypub.c; fails for a new account that it has never met, seen between servers with 2.75",
    },
  ],
  blocks: null,
  paths: {},
} as const satisfies SoftwareFacts;
