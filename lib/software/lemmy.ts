import { EXACT } from "#lib/domain/blocks/block-rules.ts";
import { NEITHER_WAY, type SoftwareFacts } from "./define.ts";

export const lemmy = {
  names: { lemmy: "Lemmy" },
  family: "other",
  asks: "lemmy",
  moves: [
    {
      onMove: "ignores",
      ...NEITHER_WAY,
      read: ["0.19.19", "1.0.0"],
      source: "no handler of Move for persons, 0.19.19 and main of 2026-08-12; nobody there can follow a person",
    },
  ],
  blocks: EXACT,
  paths: { follow: null },
  followPage: { forPeople: false, source: "0.19.19 and main of 2026-08-12: communities alone can be followed" },
} as const satisfies SoftwareFacts;
