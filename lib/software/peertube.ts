import { EXACT } from "#lib/domain/blocks/block-rules.ts";
import { NEITHER_WAY, type SoftwareFacts } from "./define.ts";

export const peertube = {
  names: { peertube: "PeerTube" },
  family: "other",
  asks: "peertube",
  moves: [{ onMove: "ignores", ...NEITHER_WAY, source: "server/core/lib/activitypub/process: no handler of Move" }],
  blocks: EXACT,
  paths: { follow: null },
  followPage: { forPeople: false, source: "remote-interaction.component.ts: looks for videos and channels alone" },
} as const satisfies SoftwareFacts;
