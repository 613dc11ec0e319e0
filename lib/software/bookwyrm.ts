import { SHOWN, type SoftwareFacts } from "./define.ts";

export const bookwyrm = {
  names: { bookwyrm: "BookWyrm" },
  family: "other",
  asks: "bare",
  moves: [{ onMove: "notifies", ...SHOWN, source: "BookWyrm's change 2970: a notification, and the reader decides" }],
  blocks: null,
  paths: {},
} as const satisfies SoftwareFacts;
