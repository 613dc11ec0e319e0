import { BOTH_WAYS, type SoftwareFacts } from "./define.ts";

export const hollo = {
  names: { hollo: "Hollo" },
  family: "other",
  asks: "hollo",
  moves: [
    {
      onMove: "carries-out",
      keepsOldFollow: true,
      ...BOTH_WAYS,
      read: ["0.6.0", "0.10.0"],
      source: "the inbox handlers of 0.10.0; seen between servers with 0.6",
    },
  ],
  blocks: null,
  paths: { follow: null },
  flagsRows: true,
  signIn: {
    flow: "oauth",
    reads: "profile read:accounts read:follows",
    afterMove: true,
    revokes: true,
    source: "src/oauth and src/api/v1, tree of 2026-08-22",
  },
} as const satisfies SoftwareFacts;
