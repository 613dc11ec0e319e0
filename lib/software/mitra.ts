import { BOTH_WAYS, type SoftwareFacts } from "./define.ts";

export const mitra = {
  names: { mitra: "Mitra" },
  family: "other",
  asks: "generic",
  moves: [{ onMove: "carries-out", ...BOTH_WAYS, source: "FEDERATION.md and the handler of Move" }],
  blocks: null,
  paths: { follow: "/authorize_interaction?uri={uri}" },
} as const satisfies SoftwareFacts;
