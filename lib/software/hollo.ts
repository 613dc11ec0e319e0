import { BOTH_WAYS, type SoftwareFacts } from "./define.ts";

/** The page has the key of the account in its path. */
const MIGRATE = "Accounts → Migrate";

export const hollo = {
  names: { hollo: "Hollo" },
  family: "other",
  asks: "hollo",
  moves: [
    {
      onMove: "carries-out",
      keepsOldFollow: true,
      ...BOTH_WAYS,
      read: ["0.6.0", "0.10.0"],
      source: "the inbox handlers of 0.10.0; seen between servers with 0.6",
    },
  ],
  blocks: null,
  paths: {
    follow: null,
    ...{ aliases: "/accounts", move: "/accounts", profile: "/accounts", exports: "/accounts", imports: "/accounts" },
  },
  ways: { aliases: MIGRATE, move: MIGRATE, exports: MIGRATE, imports: MIGRATE },
  aliasCheck: [{ reads: "anew", source: "src/federation/inbox.ts, onAccountMoved: the target is fetched, 0.10.0" }],
  flagsRows: true,
  signIn: {
    flow: "oauth",
    reads: "profile read:accounts read:follows",
    more: { blocks: "read:blocks" },
    letsIn: "profile read:follows write:follows",
    afterMove: true,
    revokes: true,
    source: "src/oauth, src/api/v1/index.ts and follow_requests.ts, tree of 2026-08-22",
  },
} as const satisfies SoftwareFacts;
