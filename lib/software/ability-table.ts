import type { Ability } from "#lib/domain/evidence/evidence.ts";

/** A field left out is not known: of moves in general "unknown", of a single trait undefined. */
export type AbilityRow = {
  /** Names in NodeInfo, lower case. */
  readonly software: readonly string[];
  /** From this version on; rows of one software stand oldest first. */
  readonly since?: string;
  readonly onMove: Ability["onMove"];
  readonly needsMovedTo?: true;
  readonly keepsOldFollow?: true;
  /** Its own accounts say where they moved to. */
  readonly publishesMovedTo?: boolean;
  readonly sends?: boolean;
  readonly target?: boolean;
  /** The versions whose source was read for this row, first and last. Outside them the row is likely only. */
  readonly read?: readonly [string, string];
  readonly source: string;
};

const BOTH_WAYS = { sends: true, target: true } as const;
const NEITHER_WAY = { sends: false, target: false } as const;
const SHOWN = { ...BOTH_WAYS, publishesMovedTo: true } as const;

export const ABILITIES: readonly AbilityRow[] = [
  {
    software: ["mastodon", "hometown", "fedibird", "kmyblue", "glitch", "ecko"],
    onMove: "carries-out",
    ...SHOWN,
    read: ["4.2.0", "4.7.0"],
    source: "app/lib/activitypub/activity/move.rb and app/services/follow_migration_service.rb, 4.2.0 to 4.7.0-alpha.2",
  },
  {
    software: ["misskey"],
    onMove: "ignores",
    source: "Misskey's changelog: moving accounts came with 13.12.0",
  },
  {
    software: ["misskey"],
    since: "13.12.0",
    onMove: "carries-out",
    needsMovedTo: true,
    keepsOldFollow: true,
    ...SHOWN,
    read: ["2024.10.1", "2024.10.1"],
    source: "InboxProcessorService, ApPersonService and AccountMoveService, 2024.10.1; seen between servers",
  },
  {
    software: ["firefish", "calckey", "iceshrimp", "catodon", "sharkey", "cherrypick"],
    onMove: "carries-out",
    needsMovedTo: true,
    keepsOldFollow: true,
    ...SHOWN,
    source: "forks of Misskey that kept its handling of movedTo; Calckey had it before Misskey did",
  },
  {
    software: ["iceshrimp.net"],
    onMove: "carries-out",
    ...BOTH_WAYS,
    read: ["2024.1", "2025.1"],
    source: "ActivityHandlerService.HandleMoveAsync, tree of 2025-02-27",
  },
  { software: ["pleroma"], onMove: "ignores", source: "Pleroma's changelog: moves are carried out since 2.0.0" },
  {
    software: ["pleroma"],
    since: "2.0.0",
    onMove: "carries-out",
    ...BOTH_WAYS,
    source: "Pleroma's changelog, 2.0.0; transmogrifier.ex of its descendants",
  },
  {
    software: ["rebased", "soapbox"],
    onMove: "carries-out",
    ...BOTH_WAYS,
    source: "descends from Pleroma 2",
  },
  {
    software: ["akkoma"],
    onMove: "carries-out",
    ...BOTH_WAYS,
    publishesMovedTo: false,
    read: ["3.16.0", "3.16.0"],
    source: "transmogrifier.ex and user_view.ex, 3.16.0: movedTo occurs nowhere",
  },
  { software: ["gotosocial"], onMove: "ignores", source: "moves came with commits of 2024-03, released in 0.15.0" },
  {
    software: ["gotosocial"],
    since: "0.15.0",
    onMove: "carries-out",
    ...SHOWN,
    read: ["0.20.0", "0.20.0"],
    source: "internal/processing/workers/fromfediapi_move.go, 0.20.0; seen between servers",
  },
  { software: ["pixelfed"], onMove: "ignores", source: "absent from the tree of 2024-03-10" },
  {
    software: ["pixelfed"],
    since: "0.12.0",
    onMove: "carries-out",
    needsMovedTo: true,
    ...SHOWN,
    source: "the MovePipeline jobs; run in production setups only",
  },
  {
    software: ["friendica"],
    onMove: "carries-out",
    keepsOldFollow: true,
    ...NEITHER_WAY,
    publishesMovedTo: false,
    read: ["2024.08", "2024.12"],
    source: "Protocol/ActivityPub/Processor::movePerson, tree of 2024-10-14: checks no alias, keeps the old contact",
  },
  {
    software: ["hollo"],
    onMove: "carries-out",
    keepsOldFollow: true,
    ...BOTH_WAYS,
    read: ["0.6.0", "0.10.0"],
    source: "the inbox handlers of 0.10.0; seen between servers with 0.6",
  },
  {
    software: ["snac", "snac2"],
    onMove: "carries-out",
    ...BOTH_WAYS,
    source: "activitypub.c; fails for a new account that it has never met, seen between servers with 2.75",
  },
  { software: ["mitra"], onMove: "carries-out", ...BOTH_WAYS, source: "FEDERATION.md and the handler of Move" },
  {
    software: ["bookwyrm"],
    onMove: "notifies",
    ...SHOWN,
    source: "BookWyrm's change 2970: a notification, and the reader decides",
  },
  {
    software: ["wordpress"],
    onMove: "ignores",
    needsMovedTo: true,
    ...BOTH_WAYS,
    source: "handler/class-move.php: renames its record of the other account and sends no follow",
  },
  {
    software: ["takahe"],
    onMove: "ignores",
    ...NEITHER_WAY,
    source: "activities/models/inbox_message.py: a Move passes by",
  },
  {
    software: ["lemmy"],
    onMove: "ignores",
    ...NEITHER_WAY,
    read: ["0.19.19", "1.0.0"],
    source: "no handler of Move for persons, 0.19.19 and main of 2026-08-12; nobody there can follow a person",
  },
  {
    software: ["piefed"],
    onMove: "ignores",
    ...NEITHER_WAY,
    source: "app/activitypub/routes.py, tree of 2026-04-14: a Move takes a post to another community",
  },
  {
    software: ["mbin", "kbin"],
    onMove: "ignores",
    ...NEITHER_WAY,
    source: "Mbin, tree of 2026-08-05: no handler of Move",
  },
  {
    software: ["peertube"],
    onMove: "ignores",
    ...NEITHER_WAY,
    source: "server/core/lib/activitypub/process: no handler of Move",
  },
  { software: ["nodebb"], onMove: "ignores", ...NEITHER_WAY, source: "src/activitypub/inbox.js: no handler of Move" },
  { software: ["owncast"], onMove: "ignores", ...NEITHER_WAY, source: "Owncast's open issue 2840; it follows nobody" },
  { software: ["threads"], onMove: "ignores", ...NEITHER_WAY, source: "second-hand accounts only" },
  // Its version is always 0.1.0, and it began to carry moves out on 2026-05-28: nothing tells which it is.
  { software: ["ghost"], onMove: "unknown", sends: false, source: "Ghost's change 1816" },
  { software: ["bridgy-fed"], onMove: "unknown", source: "Bridgy Fed's open issue 330" },
];
