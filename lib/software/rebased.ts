import { BOTH_WAYS, type SoftwareFacts } from "./define.ts";
import { pleroma } from "./pleroma.ts";

/** Pleroma 2 behind the Soapbox pages, so only what its server answers itself is Pleroma's. */
export const rebased = {
  names: { rebased: "Rebased", soapbox: "Soapbox" },
  family: "other",
  asks: "pleroma",
  moves: [{ onMove: "carries-out", ...BOTH_WAYS, source: "descends from Pleroma 2" }],
  blocks: null,
  paths: { follow: pleroma.paths.follow },
  aliasCheck: pleroma.aliasCheck,
} as const satisfies SoftwareFacts;
