import type { BlockList } from "#lib/domain/blocks/block-match.ts";
import type { Host, ServerFacts } from "#lib/domain/evidence/evidence.ts";

/** The small shapes of a check's row that neither evidence nor verdict names. */
export type CheckStateName = "queued" | "running" | "waiting" | "done" | "cancelled" | "failed";
/** A check in one of these still has work to do. */
export const LIVE: readonly CheckStateName[] = ["queued", "running", "waiting"];

export type StepRow = { readonly id: string; readonly done: number; readonly total: number | null };
export type WaitRow = { readonly host: string; readonly until: string; readonly why: "window" | "paused" | "slow" };
export type HistoryRow = {
  readonly at: string;
  readonly here: number;
  readonly missing: number;
  readonly newList: number | null;
  /** Who came along since the reading before. */
  readonly arrived?: number;
  /** Something else was said about somebody than at the reading before, whatever the numbers. */
  readonly changed?: boolean;
  /** Nobody asked for it. */
  readonly byItself?: true;
};
export type ChangesRow = {
  readonly arrived: readonly string[];
  /** Servers that publish something else now. */
  readonly servers: readonly string[];
  readonly net: number;
  /** Servers that were silent and have answered now. */
  readonly answered?: readonly string[];
  /** Of those still missing: how many have a reason now that had none, a surer one, another one, none any more. */
  readonly verdicts?: VerdictChanges;
};
export type VerdictChanges = {
  readonly explained: number;
  readonly surer: number;
  readonly otherwise: number;
  readonly open: number;
};
export type ProofRow = {
  readonly state: "proven" | "missing" | "off";
  /** The old account itself was shown to be the mover's, and not the new one alone. */
  readonly old?: true;
  readonly link?: string;
  readonly account?: string;
};
/** That the owner signed in, and what was asked with it. The token itself is a row of its own. */
export type SignInRow = {
  readonly side: "old" | "new";
  readonly acct: string;
  readonly host: Host;
  readonly rights: readonly string[];
  readonly at: string;
  /** Requests made with it, by what they asked for. */
  readonly asked?: Readonly<Record<string, number>>;
  readonly droppedAt?: string;
  /** The server took the token back; else our copy alone is gone. */
  readonly revoked?: boolean;
};
/** Where each step goes on after a stop, in that step's own words. */
export type Cursors = Readonly<Record<string, unknown>>;

export type BeforeRow = {
  readonly count?: number;
  readonly kind?: "snapshot" | "severed" | "list";
  readonly takenAt?: string;
};
/** An answer by hand about one server. */
export type ToldRow = {
  readonly server: Host;
  readonly onOld?: "open" | "blocked";
  readonly onNew?: "open" | "blocked";
  readonly at: string;
};
/** What the mover gave beside the addresses. People named by hand are rows of `people`, not part of this. */
export type CheckInput = {
  readonly before?: BeforeRow;
  readonly movedAt?: string;
  readonly lists?: readonly HandedRow[];
  readonly told?: readonly ToldRow[];
};
/** A block list that an admin handed out, without its names. */
export type HandedRow = { readonly server: Host; readonly list: BlockList; readonly at: string };

export type SaidBefore = Pick<ServerFacts, "onOld" | "onTarget"> & Partial<Pick<ServerFacts, "life">>;
export type ServerState = "todo" | "asking" | "done";
export type Mark = "asked" | "skip";
