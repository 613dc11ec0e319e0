import { BELOW } from "#lib/domain/blocks/block-rules.ts";
import { SHOWN, type SoftwareFacts } from "./define.ts";

const BY_MOVED_TO = { onMove: "carries-out", needsMovedTo: true, keepsOldFollow: true, ...SHOWN } as const;

/** Misskey and the forks that kept its pages and its handling of `movedTo`. */
export const misskey = {
  names: {
    misskey: "Misskey",
    sharkey: "Sharkey",
    firefish: "Firefish",
    calckey: "Calckey",
    cherrypick: "CherryPick",
    catodon: "Catodon",
    iceshrimp: "Iceshrimp",
  },
  family: "misskey",
  traits: { showsWhoFollows: true, findsNobody: "then-too", limitHolds: true, blocksHideMode: true },
  asks: "misskey",
  moves: [
    { names: ["misskey"], onMove: "ignores", source: "Misskey's changelog: moving accounts came with 13.12.0" },
    {
      names: ["misskey"],
      since: "13.12.0",
      ...BY_MOVED_TO,
      read: ["2024.10.1", "2024.10.1"],
      source: "InboxProcessorService, ApPersonService and AccountMoveService, 2024.10.1; seen between servers",
    },
    {
      names: ["misskey"],
      since: "2025.1.0",
      ...BY_MOVED_TO,
      // It looks its own people up by an address that only strangers' rows have.
      skipsLocals: true,
      read: ["2025.11.1", "2025.11.1"],
      source: "ApPersonService.processRemoteMove, 2025.11.1; seen between servers",
    },
    {
      names: ["sharkey", "firefish", "calckey", "cherrypick", "catodon", "iceshrimp"],
      ...BY_MOVED_TO,
      source: "forks of Misskey that kept its handling of movedTo; Calckey had it before Misskey did",
    },
  ],
  // InboxProcessorService takes the host of the key that signs.
  blocks: { ...BELOW, compares: ["actor"] },
  youngestFirst: true,
  paths: {
    follow: "/authorize-follow?acct={uri}",
    compose: "/share?text={content}",
    followRequests: "/my/follow-requests",
    aliases: "/settings/migration",
    move: "/settings/migration",
    profile: "/settings/profile",
    approve: "/settings/privacy",
    feed: ".atom",
  },
  signIn: {
    flow: "miauth",
    reads: "read:account read:following",
    looks: "read:account",
    more: { blocks: "read:blocks" },
    letsIn: "read:account read:following write:following",
    afterMove: true,
    revokes: false,
    source:
      "packages/backend/src/server/api/endpoints, 2025.4.1, blocking/list and following/requests/accept; i/revoke-token is closed to apps",
  },
  ways: { exports: "Settings → Account data (Import / Export)", imports: "Settings → Account data (Import / Export)" },
  aliasCheck: [
    { reads: "anew", source: "ApPersonService.processRemoteMove updates the target before it compares, 2025 trees" },
  ],
} as const satisfies SoftwareFacts;
