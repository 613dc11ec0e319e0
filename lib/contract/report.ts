import { z } from "zod";
import { FOLLOWED_KINDS, FOLLOWED_WHYS, GROUPS, MOVE_FINDINGS, REACHES } from "#lib/domain/diagnosis/verdict.ts";
import { GAPS } from "#lib/domain/evidence/fact.ts";
import { ON_SHARED_LIST, OPINION_KINDS } from "#lib/domain/evidence/opinions.ts";
import { Counts } from "./check-state.ts";

const Certainty = z.enum(["proven", "likely", "possible"]);
const Gap = z.enum(GAPS);
const Source = z.object({
  kind: z.enum(["network", "signed-in", "member", "file", "told"]),
  url: z.string().optional(),
  at: z.string(),
  status: z.int().optional(),
});

export const NamedFact = z.object({
  fact: z.string(),
  target: z.string().optional(),
  known: z.boolean(),
  value: z.unknown().optional(),
  gap: Gap.optional(),
  complete: z.boolean().optional(),
  source: Source.optional(),
});

export const ReportAccount = z.object({
  acct: z.string(),
  host: z.string(),
  display: z.string().optional(),
  url: z.string().optional(),
  uri: z.string().optional(),
  avatar: z.string().optional(),
  followers: z.int().optional(),
  locked: z.boolean().optional(),
  movedTo: z.string().nullable().optional(),
  software: z.object({ name: z.string(), version: z.string() }).optional(),
  createdAt: z.string().optional(),
  /** What its server says about itself: how long a post may be there, and whom to write to. */
  instance: z
    .object({
      maxCharacters: z.int().optional(),
      charactersPerUrl: z.int().optional(),
      contactEmail: z.string().optional(),
      contactAcct: z.string().optional(),
    })
    .optional(),
  /** Opens its composer with a text: its own template, and the one host to which that may lead. */
  composer: z.object({ template: z.string(), host: z.string() }).optional(),
  /** Why nothing is known about the account. */
  gap: Gap.optional(),
});
export type ReportAccount = z.infer<typeof ReportAccount>;

export const MoveFinding = z.object({
  cause: z.enum(MOVE_FINDINGS),
  certainty: Certainty,
  because: z.array(
    z.object({ fact: z.string(), value: z.unknown().optional(), gap: Gap.optional(), source: Source.optional() }),
  ),
});

export const ReportServer = z.object({
  host: z.string(),
  software: z.object({ name: z.string(), version: z.string() }).optional(),
  known: z.int(),
  here: z.int(),
  missing: z.int(),
  reach: z.enum(REACHES),
  reachCertainty: Certainty.nullable(),
  onePerson: z.boolean(),
  /** Not answered within the first seconds; patched in when it does. */
  slow: z.boolean().optional(),
  causes: z.record(z.string(), z.int()),
  /** Before a move: the same people by cause, for each candidate. */
  plans: z.record(z.string(), z.record(z.string(), z.int())).optional(),
  facts: z.array(NamedFact),
});
export type ReportServer = z.infer<typeof ReportServer>;

const Because = z.union([z.int(), z.object({ fact: z.string(), value: z.unknown(), source: Source })]);
const Found = {
  cause: z.string().nullable(),
  certainty: Certainty.nullable(),
  reach: z.enum(REACHES),
};

export const ReportFollower = z.object({
  /** The address of the actor where `nameless` is set: it tells people apart and names nobody. */
  acct: z.string(),
  nameless: z.literal(true).optional(),
  display: z.string().optional(),
  uri: z.string().optional(),
  server: z.string(),
  position: z.enum(["here", "old-only", "neither", "unread"]),
  group: z.enum(GROUPS).nullable(),
  ...Found,
  youFollow: z.boolean(),
  also: z.array(z.object({ cause: z.string(), certainty: Certainty })),
  undecided: z.array(z.object({ cause: z.string(), gaps: z.array(Gap) })),
  because: z.array(Because),
  provisional: z.boolean().optional(),
  note: z.enum(["half-followed", "follows-neither"]).optional(),
  /** How an account that is gone went, where its server says so. */
  how: z.enum(["deleted", "suspended", "closed", "memorial"]).optional(),
  newAddress: z.string().optional(),
  mark: z.enum(["asked", "skip"]).optional(),
  profile: z
    .object({
      bot: z.boolean().optional(),
      locked: z.boolean().optional(),
      noindex: z.boolean().optional(),
      nobot: z.boolean().optional(),
      lastPostAt: z.string().optional(),
    })
    .optional(),
  outcomes: z.record(z.string(), z.object(Found)).optional(),
});
export type ReportFollower = z.infer<typeof ReportFollower>;

const CandidateServer = z.object({
  host: z.string(),
  followers: z.int(),
  cause: z.string(),
  certainty: Certainty.nullable(),
});
/** What others think of a server. Null: it could not be read. */
const Opinions = z.object({
  lists: z.record(z.string(), z.enum(ON_SHARED_LIST).nullable()).optional(),
  fediseer: z
    .record(z.enum(OPINION_KINDS), z.array(z.object({ by: z.string(), reasons: z.array(z.string()) })).nullable())
    .optional(),
});
export const Candidate = z.object({
  server: z.string(),
  account: ReportAccount.nullable(),
  software: z.object({ name: z.string(), version: z.string() }).optional(),
  signUp: z.enum(["open", "approval", "closed", "unknown"]),
  /** How many use it: those of the last month where it counts them, else all. */
  users: z.object({ count: z.int(), active: z.boolean() }).optional(),
  languages: z.array(z.string()).optional(),
  clear: z.int(),
  clearOrUnknown: z.int(),
  waits: z.int(),
  cannot: z.int(),
  unknown: z.int(),
  byCause: z.record(z.string(), z.int()),
  servers: z.array(CandidateServer),
  warnings: z.array(z.object({ id: z.string(), because: z.array(z.unknown()) })),
  opinions: Opinions.optional(),
  /** Of the followers' servers that publish whom they block: how many there are, and how many name this one. */
  namedBy: z.object({ of: z.int(), blocked: z.int(), limited: z.int() }).optional(),
  /** Of those whom the mover follows: they add up to `total` of the report's `following`. */
  following: z.object({ can: z.int(), limited: z.int(), cannot: z.int(), unknown: z.int() }).optional(),
});

/** Whom the mover follows, where the owner wants to know about them. */
const Following = z.object({
  total: z.int(),
  /** Their servers. Those beyond the first thousand are not asked. */
  servers: z.int(),
  from: z.enum(["public", "signed-in", "file"]),
  state: z.enum(["reading", "read", "part", "unread"]),
  /** Why the list was not read, or not to its end. */
  gap: Gap.optional(),
});

const Followed = z.object({
  kind: z.enum(FOLLOWED_KINDS),
  why: z.array(z.enum(FOLLOWED_WHYS)),
  certainty: Certainty.nullable(),
});
export const FollowedServers = z.object({
  servers: z.array(
    z.object({
      host: z.string(),
      count: z.int(),
      /** Those who are known by a name. */
      people: z.array(z.string()),
      /** By candidate. */
      at: z.record(z.string(), Followed),
    }),
  ),
  /** On servers of one person, whose own decision something is: they are counted and not named. */
  unlisted: z.int(),
});
export type FollowedServers = z.infer<typeof FollowedServers>;

export const Report = z.object({
  version: z.literal(1),
  rules: z.string(),
  /** A check that older rules judged was judged again from what it had learnt: by which, and for how many that made a difference. */
  rulesChanged: z.object({ from: z.string(), people: z.int() }).optional(),
  mode: z.enum(["moved", "planned"]),
  /** The check of the move that this plan looks back on, as if the move had not been made. */
  lookedBackFrom: z.string().optional(),
  partial: z.boolean(),
  checkedAt: z.string(),
  old: ReportAccount,
  new: ReportAccount.nullable(),
  move: z.object({
    state: z.enum(["done", "not-started", "elsewhere", "unclear"]),
    findings: z.array(MoveFinding),
    /** When it was, as the mover says. */
    at: z.string().optional(),
  }),
  counts: Counts,
  servers: z.array(ReportServer),
  /** Null above 20,000 people: read them in pages. */
  followers: z.array(ReportFollower).nullable(),
  snapshot: z.object({ count: z.int(), at: z.string() }).optional(),
  candidates: z.array(Candidate).optional(),
  following: Following.optional(),
  /** After a move that was planned here: what was seen before it of those whom the mover follows, from the new server. */
  followedThen: z
    .object({ total: z.int(), can: z.int(), limited: z.int(), cannot: z.int(), unknown: z.int() })
    .optional(),
  /** Before a move: the old account points away, and if it was moved, then on this day or later. */
  movedAfter: z.string().optional(),
  /** Before a move: servers that many followers use, and that the account could move to. */
  suggestions: z
    .array(
      z.object({
        host: z.string(),
        followers: z.int(),
        software: z.object({ name: z.string(), version: z.string() }),
        signUp: z.enum(["open", "unknown"]),
      }),
    )
    .optional(),
  staying: z.object({ unreachable: z.int(), servers: z.array(CandidateServer) }).optional(),
  lostWhatever: z.object({ count: z.int(), byCause: z.record(z.string(), z.int()) }).optional(),
});
export type Report = z.infer<typeof Report>;

export const ReportQuery = z.object({ followers: z.enum(["inline", "none"]).default("inline") });

export const FollowersQuery = z.object({
  group: z.enum(GROUPS).optional(),
  cause: z.string().max(64).optional(),
  server: z.string().max(253).optional(),
  reach: z.enum(REACHES).optional(),
  mark: z.enum(["asked", "skip"]).optional(),
  /** Only those who are not here. */
  away: z.literal("yes").optional(),
  /** Only those whom the mover follows. */
  youFollow: z.literal("yes").optional(),
  q: z.string().max(200).optional(),
  sort: z.enum(["you-follow", "active", "acct"]).default("you-follow"),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});
export type FollowersQuery = z.infer<typeof FollowersQuery>;
/** What a page's address may say; anything else is left out rather than refused, so that an old link still opens. */
export const readQuery = (given: Readonly<Record<string, string>>): FollowersQuery => {
  const parsed = FollowersQuery.safeParse(given);
  if (parsed.success) return parsed.data;
  const wrong = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
  return FollowersQuery.parse(Object.fromEntries(Object.entries(given).filter(([key]) => !wrong.has(key))));
};

export const FollowersPage = z.object({
  items: z.array(ReportFollower),
  next: z.string().nullable(),
  total: z.int(),
});
export type FollowersPage = z.infer<typeof FollowersPage>;
