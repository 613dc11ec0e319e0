import { EXACT } from "#lib/domain/blocks/block-rules.ts";
import { NEITHER_WAY, type SoftwareFacts } from "./define.ts";
import { mastodonMask } from "./mastodon.ts";

export const piefed = {
  names: { piefed: "PieFed" },
  family: "other",
  asks: "piefed",
  moves: [
    {
      onMove: "ignores",
      ...NEITHER_WAY,
      source: "app/activitypub/routes.py, tree of 2026-04-14: a Move takes a post to another community",
    },
  ],
  // Its admins import lists in which others hid names, so a star may stand anywhere in them.
  blocks: { ...EXACT, mask: mastodonMask },
  paths: {},
} as const satisfies SoftwareFacts;
