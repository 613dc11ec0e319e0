import type { Counts } from "#lib/domain/diagnosis/verdict.ts";
import type { Acct, CheckFacts, Host } from "#lib/domain/evidence/evidence.ts";
import type { Gate } from "#lib/domain/ports/gate.ts";
import type { Memory } from "#lib/domain/ports/ports.ts";

/** One of the two accounts of a share, as its page and its look-ups need it. */
export type ShareAccount = {
  readonly acct: Acct;
  readonly host: Host;
  readonly webHost: Host;
  readonly uri?: string;
  readonly url?: string;
  readonly display?: string;
  /** As its server names it; pages show a path of ours instead. */
  readonly avatar?: string;
  readonly locked?: boolean;
  /** What its server runs. */
  readonly software?: string;
  readonly mailsPosts?: boolean;
};

/** `no` was seen; `unknown` could not be asked, or is never published there. */
export type Confirmed = "yes" | "no" | "unknown";
export type Confirmation = {
  readonly oldPointsToNew: Confirmed;
  readonly newNamesOld: Confirmed;
  /** The page's maker owns the old account: some software publishes no pointer. */
  readonly oldProven?: true;
  readonly at: string;
};

/** What a share keeps of a check: both accounts and four numbers. No follower, and no server but the mover's two. */
export type ShareData = {
  readonly nonce: string;
  readonly old: ShareAccount;
  readonly new: ShareAccount;
  readonly counts: ShareCounts | null;
  readonly confirmation: Confirmation;
};
export type ShareCounts = {
  /** How many followers the old account is known to have had. */
  readonly before: number;
  readonly newList: number | null;
  readonly missing: number;
  readonly missingIs: Counts["missingIs"];
};

export type ShareRow = {
  readonly tokenHash: string;
  /** Null once the check is deleted: the page stays. */
  readonly checkId: string | null;
  /** Both addresses, so that either account, proven, can have every page about it removed. */
  readonly accts: readonly Acct[];
  readonly data: ShareData;
  readonly createdAt: string;
  readonly numbersUntil: string;
};

export type ShareSource = {
  readonly facts: CheckFacts;
  /** Null while there is no report. */
  readonly counts: Counts | null;
  readonly proof: "proven" | "missing" | "off";
  readonly oldProven?: boolean;
};

/** What shares need of a store. */
export type ShareStore = {
  source(checkId: string): Promise<ShareSource | null>;
  ofToken(tokenHash: string): Promise<ShareRow | null>;
  ofCheck(checkId: string): Promise<ShareRow | null>;
  /** Inserts, or replaces the row of the same hash. */
  save(row: ShareRow): Promise<void>;
  /** A page removed meanwhile stays removed, and its days are its owner's. Numbers that are left out stay as they are. */
  refresh(tokenHash: string, data: Omit<ShareData, "counts"> & Partial<ShareData>): Promise<void>;
  /** Only where nobody has asked since `row` was read, so that the answer is about the page's two accounts. */
  confirm(row: ShareRow, confirmation: Confirmation): Promise<void>;
  remove(tokenHash: string): Promise<void>;
  /** Rows whose confirmation is older than this, oldest first. */
  unconfirmedSince(instant: string, limit: number): Promise<readonly ShareRow[]>;
};

export type ShareDeps = {
  readonly store: ShareStore;
  /**
   * Opened over `memory`, and `memory` is a cache that no check reads or fills: what a look-up asks must not depend on
   * whether a check has met that server.
   */
  readonly gate: Gate;
  readonly memory: Memory;
  readonly secret: string;
  readonly publicUrl: string;
  readonly now: () => Date;
  /** A path of ours for the picture of one of the two accounts. */
  readonly avatarPath?: (url: string) => string;
  /** Whether two hosts have one owner, by the list of public suffixes. */
  readonly sameSite?: (one: Host, other: Host) => boolean;
};
