import { BELOW, type Mask, starred } from "#lib/domain/blocks/block-rules.ts";
import { SHOWN, type SoftwareFacts } from "./define.ts";

/** Every letter at fixed places, dots too. */
export const gotosocialMask: Mask = (name) => starred(name, (at) => at % 3 === 1 || at % 5 === 1);

export const gotosocial = {
  names: { gotosocial: "GoToSocial" },
  family: "gotosocial",
  traits: {
    findsNobody: "then-too",
    lockHoldsOwn: true,
    blockEndsFollows: true,
    listLosesAtOnce: true,
    blocksHideMode: true,
    closedShowsNoLists: true,
    allowBeatsBlock: true,
    givesUpAtOnce: true,
  },
  asks: "gotosocial",
  moves: [
    { onMove: "ignores", source: "moves came with commits of 2024-03, released in 0.15.0" },
    {
      since: "0.15.0",
      onMove: "carries-out",
      ...SHOWN,
      read: ["0.20.0", "0.20.0"],
      source: "internal/processing/workers/fromfediapi_move.go, 0.20.0; seen between servers",
    },
  ],
  // The actor's host; the handle's domain only when it resolves a handle. Seen between servers with 0.20.0.
  blocks: { ...BELOW, mask: gotosocialMask, compares: ["actor"], sometimesCompares: ["handle"] },
  paths: {
    follow: null,
    aliases: "/settings/user/migration",
    move: "/settings/user/migration",
    signUp: "/signup",
    profile: "/settings/user/profile",
    exports: "/settings/user/export-import",
    imports: "/settings/user/export-import",
  },
  inventsCounts: true,
  flagsRows: true,
  signIn: {
    flow: "oauth",
    reads: "profile read:accounts read:follows",
    more: { blocks: "read:blocks" },
    letsIn: "profile read:follows write:follows",
    looks: "read:accounts read:follows",
    safeSince: "0.19.0",
    afterMove: true,
    revokes: true,
    source: "docs/api/authentication.md and docs/user_guide/migration.md, tree of 2025-10-03",
  },
  aliasCheck: [
    { reads: "anew", source: "fromfediapi_move.go refreshes the target with dereferencing.Freshest, five seconds" },
  ],
} as const satisfies SoftwareFacts;
