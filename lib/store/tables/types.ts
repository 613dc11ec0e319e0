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
};
export type ChangesRow = {
  readonly arrived: readonly string[];
  readonly servers: readonly string[];
  readonly net: number;
};
export type ProofRow = {
  readonly state: "proven" | "missing" | "off";
  /** The old account itself was shown to be the mover's, and not the new one alone. */
  readonly old?: true;
  readonly link?: string;
  readonly account?: string;
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

export type SaidBefore = Pick<ServerFacts, "onOld" | "onTarget">;
export type ServerState = "todo" | "asking" | "done";
export type Mark = "asked" | "skip";
