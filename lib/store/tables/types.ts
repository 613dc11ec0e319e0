import type { BlockList } from "#lib/domain/blocks/block-match.ts";
import type { Counts } from "#lib/domain/diagnosis/verdict.ts";
import type { AskedAbout } from "#lib/domain/evidence/answers.ts";
import type { ServerFacts } from "#lib/domain/evidence/evidence.ts";
import type { Acct, Host } from "#lib/domain/names/spellings.ts";

/** The small shapes of a check's row that neither evidence nor verdict names. */
export type CheckStateName = "queued" | "running" | "waiting" | "done" | "cancelled" | "failed";
/** A check in one of these still has work to do. */
export const LIVE: readonly CheckStateName[] = ["queued", "running", "waiting"];

export type StepRow = { readonly id: string; readonly done: number; readonly total: number | null };
export type WaitRow = {
  readonly host: string;
  readonly until: string;
  readonly why: "window" | "paused" | "slow" | "ours";
};
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
  /** Its owner wants it kept through a move, until then at the latest. */
  readonly keptUntil?: string;
  /** What its owner's own account has blocked, as far as it is about the followers, and what was cut. */
  readonly own?: OwnBlocks;
  /** It was for letting people in, and this became of it; else it was for reading. */
  readonly letIn?: LetInRow;
};
export type OwnBlocks = {
  readonly domains: readonly Host[];
  readonly people: readonly Acct[];
  readonly cuts: readonly {
    readonly of: string;
    readonly by: "server" | "own-block" | "account";
    readonly followers: number;
    readonly at: string;
  }[];
  /** Not all of it could be read. */
  readonly unread?: true;
  /** A setting of that server decides whether a block keeps follows out. */
  readonly maySpare?: true;
};
/** Of those who asked to follow and were to be let in. */
export type LetInRow = {
  readonly wanted: number;
  readonly in: number;
  /** Their request was not there any more: they took it back, or had been let in by then. */
  readonly gone: number;
  readonly end?: LetInEnd;
};
export type LetInEnd = "done" | "stopped" | "refused" | "unreachable";
/** Where one of them stands. */
export type LetInState = "todo" | "in" | "gone";
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
/** What a server told one of its own people about the mover's two servers. Of him it holds nothing. */
export type LookedRow = {
  readonly server: Host;
  readonly at: string;
  readonly onOld: LookedAbout;
  readonly onNew: LookedAbout;
  /** Whether it talks to named servers alone: both refuse alike. */
  readonly instance?: ServerFacts["instance"];
};
/** Answers alone: what was not told has no place here. */
export type LookedAbout = Pick<AskedAbout, "list" | "allow" | "resolve">;
/** What the mover gave beside the addresses. People named by hand are rows of `people`, not part of this. */
export type CheckInput = {
  readonly before?: BeforeRow;
  readonly movedAt?: string;
  readonly lists?: readonly HandedRow[];
  readonly told?: readonly ToldRow[];
  /** What followers who signed in on their own servers were shown there. */
  readonly looked?: readonly LookedRow[];
  /** The comparison with other servers that was made after the move, and the check that it was made from. */
  readonly lookedBackTo?: string;
  readonly lookedBackFrom?: string;
  /** Before a move: the owner wants to know whom one could follow from the candidates, and so many were handed in. */
  readonly following?: { readonly handedIn?: number };
  /** After the move: what was seen then of those whom the mover follows, towards the server that was chosen. In numbers alone. */
  readonly followedThen?: Readonly<Record<"total" | "can" | "limited" | "cannot" | "unknown", number>>;
};
/** A block list that an admin handed out, without its names. */
export type HandedRow = { readonly server: Host; readonly list: BlockList; readonly at: string };

export type SaidBefore = Pick<ServerFacts, "onOld" | "onTarget"> & Partial<Pick<ServerFacts, "life">>;
export type ServerState = "todo" | "asking" | "done";
export type Mark = "asked" | "skip";

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
export type ShareCounts = {
  /** How many followers the old account is known to have had. */
  readonly before: number;
  readonly newList: number | null;
  readonly missing: number;
  readonly missingIs: Counts["missingIs"];
};
/** What a share keeps of a check: both accounts and four numbers. No follower, and no server but the mover's two. */
export type ShareData = {
  readonly nonce: string;
  readonly old: ShareAccount;
  readonly new: ShareAccount;
  /** Without a report there are none, and the sweep takes them away on their day. */
  readonly counts?: ShareCounts | null;
  readonly confirmation: Confirmation;
};
