import type { Fact, Gap, Source } from "../evidence/fact.ts";
import type { Acct, Host, TargetKey } from "../names/spellings.ts";

/** Of the sentence shown, in the present tense. That a cause made the loss is never claimed above likely. */
export type Certainty = "proven" | "likely" | "possible";

/** Who can act. */
export const GROUPS = ["here", "you", "wait", "follower", "admin", "nobody", "unknown"] as const;
export type Group = (typeof GROUPS)[number];

/** The second answer: whether following NEW works from there. */
export const REACHES = ["gone", "blocked", "waits", "works", "unknown"] as const;
export type Reach = (typeof REACHES)[number];

/** What becomes of following somebody of a server, from one candidate. The kinds exclude each other. */
export const FOLLOWED_KINDS = ["can", "limited", "cannot", "unknown"] as const;
export type FollowedKind = (typeof FOLLOWED_KINDS)[number];

/** Why: what stands in the way, what slows it, or which of the two servers left it open. */
export const FOLLOWED_WHYS = [
  ...(["gone", "they-block", "new-blocks", "they-name-whom", "new-names-whom", "they-suspend-you"] as const),
  ...(["they-limit", "new-limits"] as const),
  ...(["silent", "they-hide", "new-hides", "closed-unsaid", "not-asked"] as const),
] as const;
export type FollowedWhy = (typeof FOLLOWED_WHYS)[number];

export type Followed = {
  readonly kind: FollowedKind;
  readonly why: readonly FollowedWhy[];
  readonly certainty: Certainty | null;
};

type Position = "here" | "old-only" | "neither" | "unread";

/** Names of facts as reports list them, e.g. `nodeinfo`, `onOld.list`, `onTarget.sight`. */
export type NamedFact = { readonly fact: string; readonly target?: TargetKey } & Fact<unknown>;

/** Evidence shown with a verdict: one of the server's facts by its index, or one that only this person has. */
export type Because = number | { readonly fact: string; readonly value: unknown; readonly source: Source };

export type Also<Id extends string = string> = { readonly cause: Id; readonly certainty: Certainty };
export type Undecided<Id extends string = string> = { readonly cause: Id; readonly gaps: readonly Gap[] };

/** What stands as the cause of an outcome: one of the table, or why there is none of it. */
export type Judged<Id extends string = string> = Id | "unknown" | "unexplained" | "clear";

/** The answer about one person towards one target. `cause` is null only where the move did not happen. */
export type Outcome<Id extends string = string> = {
  readonly position: Position;
  readonly group: Group | null;
  readonly cause: Judged<Id> | null;
  readonly certainty: Certainty | null;
  readonly reach: Reach;
  readonly reachCertainty: Certainty | null;
  readonly also: readonly Also<Id>[];
  readonly undecided: readonly Undecided<Id>[];
  readonly because: readonly Because[];
  /** Judged while the new list is still being read: shown, not counted as missing. */
  readonly provisional?: boolean;
  /**
   * Both are facts of F's own lists: NEW lists him and F does not say that he follows; F lists him for neither account.
   */
  readonly note?: "half-followed" | "follows-neither";
  /** How the account went, where his server says so. */
  readonly how?: "deleted" | "suspended" | "closed" | "memorial";
  /** Where the person is now, for a cause that shows it. */
  readonly newAddress?: string;
};

export type Verdict<Id extends string = string> = {
  readonly acct: Acct;
  readonly server: Host;
  readonly outcomes: Readonly<Record<TargetKey, Outcome<Id>>>;
};

export type ServerVerdict<Id extends string = string> = ServerSummary & { readonly followers: readonly Verdict<Id>[] };

/** A server's verdict without its people: all that the counts of a whole check need. */
export type ServerSummary = {
  readonly host: Host;
  /** People known from before. */
  readonly known: number;
  readonly onePerson: boolean;
  readonly facts: readonly NamedFact[];
  readonly towards: Readonly<Record<TargetKey, Towards>>;
  /** Before a move: whether people of this server can be followed from each candidate. */
  readonly followed?: Readonly<Record<TargetKey, Followed>>;
};

/** One server's people towards one target. */
export type Towards = {
  /** Of those known from before. */
  readonly here: number;
  readonly missing: number;
  readonly reach: Reach;
  readonly reachCertainty: Certainty | null;
  /** A tally by cause, kept with the check: its keys are text, as rules of another day may have written it. */
  readonly causes: Readonly<Record<string, number>>;
  readonly groups: Readonly<Record<string, number>>;
  readonly reaches: Readonly<Record<string, number>>;
  /** In the target's list, newcomers included. */
  readonly arrived: number;
  /** Not met in a list that is still being read: in none of the two numbers above. */
  readonly provisional: number;
  /** On neither list, of a snapshot. */
  readonly neither: number;
  /** Still in OLD's list and not in the target's. */
  readonly stayed: number;
  /** In both lists. */
  readonly both: number;
  /** In the target's list and gone from OLD's, where OLD's was read: a Move carried them over. Not in older verdicts. */
  readonly carried?: number;
  /** Here, and not to be found in the target's list: beyond a bridge, or seen by their own server alone. */
  readonly unlisted?: number;
  /** Not in verdicts stored before it was counted. */
  readonly parts?: Parts;
  /** The target limits this server. */
  readonly limited: boolean;
  /** Causes that hold whatever the target is, shown or not; and the least certainty of these and of the shown ones. */
  readonly lost: Readonly<Record<string, number>>;
  readonly certainties: Readonly<Record<string, Certainty>>;
};

/** The same people once more, so that no sentence counts others than it speaks of. */
export type Parts = {
  /** Of the missing: still in OLD's list. */
  readonly onOld: number;
  /** Of the missing: on neither list, both read to their end. */
  readonly onNeither: number;
  /** Of the snapshot alone: here, and missing. */
  readonly snapshotHere: number;
  readonly snapshotMissing: number;
  /** Of all who are not seen here: those the mover follows. */
  readonly youFollow: number;
};

export const MOVE_FINDINGS = [
  "move-not-started",
  "moved-elsewhere",
  "alias-missing",
  "redirect-only",
  "redirect-removed",
  "copied",
  "new-account-redirects",
  "new-account-gone",
  "old-account-gone",
  "new-account-unverifiable",
  "old-and-new-block",
  "old-actor-silent",
  "too-early",
  "old-list-hidden",
  "new-list-hidden",
  "old-list-closed",
  "new-list-closed",
  "old-list-unread",
  "new-list-unread",
  "old-unreachable",
  "new-unreachable",
  "new-account-locked",
  "check-requests",
  "swapped",
] as const;
export type MoveFindingId = (typeof MOVE_FINDINGS)[number];
export type MoveState = "done" | "not-started" | "elsewhere" | "unclear";
export type MoveFinding = {
  readonly cause: MoveFindingId;
  /** Planned checks only: the candidate it is about. */
  readonly target?: TargetKey;
  readonly certainty: Certainty;
  readonly because: readonly {
    readonly fact: string;
    readonly value?: unknown;
    readonly gap?: Gap;
    readonly source?: Source;
  }[];
};
export type MoveVerdict = { readonly state: MoveState; readonly findings: readonly MoveFinding[] };

export type Counts = {
  readonly before: number | null;
  readonly beforeIs: "snapshot" | "stated" | "unknown";
  readonly here: number;
  readonly missing: number;
  readonly missingIs: "exact" | "at-least";
  readonly newList: number | null;
  readonly newcomers: number | null;
  readonly neither: { readonly about: number; readonly basis: "snapshot" | "stated" } | null;
  readonly byGroup: Readonly<Record<string, number>>;
  readonly byCause: Readonly<Record<string, number>>;
  readonly byReach: Readonly<Record<string, number>>;
  /** Judged while the new list is being read: in the sums above, not in `missing`. Left out when none. */
  readonly provisional?: number;
  /** Left out where some server was judged before they were counted. */
  readonly parts?: Parts;
};
