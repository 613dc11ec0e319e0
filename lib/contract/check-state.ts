import { z } from "zod";
import { ShareStatus } from "./share.ts";
import { SignedIn } from "./sign-in.ts";

export const STEP_IDS = ["resolve", "collect-old", "collect-new", "probe", "accounts", "judge"] as const;
export const CHECK_STATES = ["queued", "running", "waiting", "done", "cancelled", "failed"] as const;

export const Step = z.object({
  id: z.enum(STEP_IDS),
  done: z.int(),
  /** Null while nobody can know. */
  total: z.int().nullable(),
});
export type Step = z.infer<typeof Step>;

/** Why the check stands still for a host, and until when by the clock. `ours`: it could not make out who asks. */
export const Wait = z.object({
  host: z.string(),
  until: z.string(),
  why: z.enum(["window", "paused", "slow", "ours"]),
});
export type Wait = z.infer<typeof Wait>;

export const Counts = z.object({
  before: z.int().nullable(),
  beforeIs: z.enum(["snapshot", "stated", "unknown"]),
  here: z.int(),
  missing: z.int(),
  missingIs: z.enum(["exact", "at-least"]),
  newList: z.int().nullable(),
  newcomers: z.int().nullable(),
  neither: z.object({ about: z.int(), basis: z.enum(["snapshot", "stated"]) }).nullable(),
  byGroup: z.record(z.string(), z.int()),
  byCause: z.record(z.string(), z.int()),
  byReach: z.record(z.string(), z.int()),
  /** Not met in the part of the new list read so far; not part of missing. */
  provisional: z.int().optional(),
  /** The same people once more; left out by checks judged before these were counted. */
  parts: z
    .object({
      /** Of the missing: still on the old list. */
      onOld: z.int(),
      /** Of the missing: on neither list, both read to their end. */
      onNeither: z.int(),
      /** Of the snapshot alone. */
      snapshotHere: z.int(),
      snapshotMissing: z.int(),
      /** Of all who are not seen here: those you follow. */
      youFollow: z.int(),
    })
    .optional(),
});

/** One reading of both lists. */
export const HistoryPoint = z.object({
  ...{ at: z.string(), here: z.int(), missing: z.int(), newList: z.int().nullable() },
  /** Who came along since the reading before. */
  arrived: z.int().optional(),
  /** Nobody asked for it: the check looked again. */
  byItself: z.literal(true).optional(),
});
export const History = z.object({ points: z.array(HistoryPoint) });
export type History = z.infer<typeof History>;

const Changes = z.object({
  arrived: z.array(z.string()),
  /** Servers that publish something else about one of the two servers now. */
  servers: z.array(z.string()),
  net: z.int(),
  /** Servers that were silent, and have answered. */
  answered: z.array(z.string()),
  /** Of those still missing: how many have a reason now that had none, a surer one, another one, none any more. */
  verdicts: z.object({ explained: z.int(), surer: z.int(), otherwise: z.int(), open: z.int() }),
});

/** Whether a finished check looks again by itself, when, and how often it has. Left out before a move. */
const Looks = z.object({ on: z.boolean(), next: z.string().optional(), made: z.int() });
export const FeedQuery = z.object({ token: z.string(), lang: z.string().optional() });
export const LooksChoice = z.object({ on: z.boolean() });

export const Proof = z.object({
  /** `off` where the operator asks for none. */
  state: z.enum(["proven", "missing", "off"]),
  /** The link to put into the profile, and where. */
  link: z.string().optional(),
  account: z.string().optional(),
});

export const CheckState = z.object({
  id: z.string(),
  mode: z.enum(["moved", "planned"]),
  state: z.enum(CHECK_STATES),
  rev: z.int(),
  steps: z.array(Step),
  waits: z.array(Wait),
  resumesAt: z.string().optional(),
  /** Before this a finished check is not made again. */
  recheckAt: z.string().optional(),
  counts: Counts.nullable(),
  history: z.array(HistoryPoint),
  changes: Changes.optional(),
  looks: Looks.optional(),
  /** A private feed of the numbers: who has its address may read it, and it ends with the check. */
  feed: z.string().optional(),
  /** With this key a browser subscribes to notices of the looks; left out where this copy sends none. */
  pushKey: z.string().optional(),
  /** When the check is deleted by itself. */
  keptUntil: z.string().optional(),
  proof: Proof,
  share: ShareStatus.optional(),
  /** Each time the owner signed in. */
  signIns: z.array(SignedIn).optional(),
  /** What stopped a failed check, in words of `i18n`. */
  failure: z.string().optional(),
});
export type CheckState = z.infer<typeof CheckState>;
