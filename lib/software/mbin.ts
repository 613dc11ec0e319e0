import { EXACT } from "#lib/domain/blocks/block-rules.ts";
import { NEITHER_WAY, type SoftwareFacts } from "./define.ts";

export const mbin = {
  names: { mbin: "Mbin", kbin: "kbin" },
  family: "other",
  asks: "mbin",
  moves: [{ onMove: "ignores", ...NEITHER_WAY, source: "Mbin, tree of 2026-08-05: no handler of Move" }],
  blocks: { ...EXACT, dropsWww: true },
  paths: {},
} as const satisfies SoftwareFacts;
