import { SHOWN, type SoftwareFacts } from "./define.ts";

export const bookwyrm = {
  names: { bookwyrm: "BookWyrm" },
  family: "other",
  asks: "bare",
  moves: [{ onMove: "notifies", ...SHOWN, source: "BookWyrm's change 2970: a notification, and the reader decides" }],
  blocks: null,
  paths: { follow: "/ostatus_subscribe?acct={uri}" },
  followPage: { readsName: true, source: "views/follow.py: fails with an error where the text is no address" },
} as const satisfies SoftwareFacts;
