import type { FaultName } from "./faults/names.ts";
import type { SoftwareName } from "./software/names.ts";

/** A world is servers, their accounts, and who follows the one account that moves. Everything else is derived. */
export type Severity = "suspend" | "silence" | "noop";
export type Block = {
  readonly domain: string;
  readonly severity: Severity;
  readonly comment?: string;
  readonly obfuscate?: boolean;
};

export type Settings = {
  /** Who may read the list of blocks: strangers, own users, nobody. Nobody is the default everywhere. */
  readonly list: "public" | "users" | "hidden";
  readonly rationale: boolean;
  /** The share of names on the list that are starred out. */
  readonly obfuscating: number;
  readonly peers: boolean;
  /** ActivityPub answers signed requests only. */
  readonly secure: boolean;
  /** The client API answers own users only. */
  readonly closedApi: boolean;
  /** Federates with the servers in `allows` and nobody else. */
  readonly limited: boolean;
  /** Who may read the list of allowed servers, where the software has such a page. */
  readonly allowList: "public" | "hidden";
  /** `stock`: what the software ships with; `closed-api` is also what GoToSocial shipped with up to 0.17. */
  readonly robots: "stock" | "closed" | "closed-api" | "names-us" | "none";
  /** Accounts made since Mastodon 4.5 have an address with their number in it instead of their name. */
  readonly numericIds: boolean;
  /** Of accounts on such a server: the share from before that update, who keep the address with their name. */
  readonly fromBefore: number;
  /** The list of peers is made once a day, and is empty on a young server. */
  readonly peersAge: "fresh" | "day-old" | "empty";
  /** Mastodon hands out an account's document as it was up to three minutes ago. */
  readonly keepsActors: boolean;
  readonly signUp: "open" | "approval" | "closed";
  /** Users in NodeInfo; missing: as many as the world knows there, and then some. */
  readonly users?: number;
  /** A list that keeps some entries to itself and says so (Pleroma, Akkoma). */
  readonly exclusions: boolean;
  /** Which headers tell about rate limits. */
  readonly limits: "iso" | "unix" | "retry-after" | "silent" | "off";
  /** How many answers an API window holds; for tests that do not want to ask 300 times. */
  readonly window: number;
  readonly contact?: string;
  readonly languages: readonly string[];
};

/** How a server's own database holds somebody else's account. */
type Sight = {
  known: boolean;
  moved: boolean;
  suspended: boolean;
  /** How many followers the account had when this server last took its profile in; missing: as many as now. */
  followers?: number;
};

export type Server = {
  /** The domain in handles, lower case, ASCII. */
  readonly host: string;
  /** Where it answers. */
  readonly web: string;
  readonly software: SoftwareName;
  readonly version: string;
  readonly settings: Settings;
  blocks: readonly Block[];
  readonly allows: readonly string[];
  /** Hosts it receives from and does not deliver to: quarantine, suspension, given up. */
  readonly stopped: readonly string[];
  /** Names without meaning that fill the list to a size met in the wild; made when asked for. */
  readonly filler: number;
  readonly accounts: Account[];
  readonly ofOld: Sight;
  readonly ofNew: Sight;
  fault: FaultName | undefined;
  /** What went wrong on the day of the move, and no longer shows. */
  readonly mishap: Mishap | undefined;
};

/** `given-up`: OLD stopped delivering here. `down-that-day`, `cannot-fetch-new`: the notice came to nothing. */
export type Mishap = "given-up" | "down-that-day" | "cannot-fetch-new" | "accept-lost" | "refused-as-unavailable";

type Follow = "no" | "requested" | "yes";
export type Fate = "deleted" | "suspended" | "memorial";

export type Account = {
  readonly user: string;
  readonly server: Server;
  readonly index: number;
  about: About | undefined;
  fate: Fate | undefined;
  /** Number of the follow of OLD, and of NEW, in their databases: higher is younger, 0 where there is none. */
  oldFollow: number;
  newFollow: number;
  /** In OLD's and NEW's database. */
  atOld: Follow;
  atNew: Follow;
  /** In the database of the follower's own server. The two need not agree. */
  saysOld: Follow;
  saysNew: Follow;
  inSnapshot: boolean;
};

/** What only few accounts have. */
export type About = {
  readonly display?: string;
  readonly locked?: boolean;
  readonly bot?: boolean;
  readonly noindex?: boolean;
  /** Its profile page takes an address to send its posts to. Left out where the admin has not switched that on. */
  readonly mailsPosts?: boolean;
  readonly note?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly hidesLists?: boolean;
  readonly counts?: { readonly followers?: number };
  readonly lastPostDaysAgo?: number;
  /** Handles. */
  readonly aliases?: readonly string[];
  readonly aliasAsString?: boolean;
  readonly movedTo?: string;
  /** Where its copy is, while it stays in use itself. */
  readonly copiedTo?: string;
  /** Whom the mover follows on this account. Handles. */
  readonly follows?: readonly string[];
  /** Suspended at home, and only the home knows: to everybody else the account is alive. */
  readonly newsStayedHome?: boolean;
  /** Was called something else before; these servers have not heard of it, by host. */
  readonly knownAs?: Readonly<Record<string, string>>;
  /** A person's own decision about NEW, which no public answer shows. */
  readonly blocksNew?: boolean;
  readonly alsoFollowsNew?: boolean;
  /** Servers and handles that this person has blocked on the own account. Nothing of it shows to others. */
  readonly blocks?: readonly string[];
  /** Ties that a block has cut, as the own server tells of them. */
  readonly cuts?: readonly Cut[];
  /** Of the mover's two accounts: follows the other one. */
  readonly followsOther?: boolean;
  /** Other servers cannot make sure of it: unknown under the name it stands under, or its document is a page for people. */
  readonly unverifiable?: "handle" | "document";
  /** Stands in OLD's list though the own server knows nothing of it any more. */
  readonly ghost?: boolean;
};

export type Cut = {
  readonly type: "domain_block" | "user_domain_block" | "account_suspension";
  readonly of: string;
  readonly followers: number;
  readonly daysAgo: number;
};

export type WorldState = {
  readonly name: string;
  readonly seed: number;
  /** By handle domain and by web host. */
  readonly servers: ReadonlyMap<string, Server>;
  readonly people: readonly Account[];
  readonly old: Account;
  readonly target: Account;
  readonly candidates: readonly string[];
  /** Whether the alias for OLD stands on NEW's account: it can be taken away again. */
  alias: boolean;
  movedDaysAgo: number | undefined;
  /** Of the list that was saved: days between it and the move. */
  savedDaysBefore: number;
  /** OLD's profile leads to NEW: since the move or the redirect, until that is taken away again. */
  pointsToNew: boolean;
  /** Minutes since the move that the script let pass. */
  minutes: number;
  /** Whether NEW has met every follower's server before the move, as a busy server has. */
  readonly newIsBusy: boolean;
  readonly clock: Clock;
  /** Questions that changed something at the server asked. A careful stranger asks none. */
  readonly sideEffects: string[];
};

/** Milliseconds, the world's own: rate windows and dates follow it. */
export type Clock = { now(): number };
