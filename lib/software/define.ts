import type { MatchRule } from "#lib/domain/blocks/block-rules.ts";
import type { Ability } from "#lib/domain/evidence/server.ts";
import type { Family } from "#lib/domain/readings/reading.ts";
import type { Traits } from "./traits.ts";

/** Everything that is true about a software and the forks that behave like it. A fork that differs has its own file. */
export type SoftwareFacts = {
  /** Every name it gives itself in NodeInfo, in lower case, and how its makers write that name. */
  readonly names: Readonly<Record<string, string>>;
  /** Whose rules the core judges it by. */
  readonly family: Family;
  readonly traits?: Traits;
  /** Which questions of `lib/fediverse/software` its servers are asked. */
  readonly asks: AdapterId;
  /** What it does with a Move, oldest version first. Empty: not known. */
  readonly moves: readonly MoveRow[];
  /** How it compares a row of its block list with a name. Null: no list of it is read. */
  readonly blocks: MatchRule | null;
  readonly paths: Paths;
  readonly followPage?: FollowPage;
  /** The way to what has no page of its own: through menus, or a command. In the words of its makers. */
  readonly ways?: Readonly<Partial<Record<keyof Paths, string>>>;
  /** The command with which its admin sends somebody's Move again, with a place for the name. */
  readonly replay?: string;
  /** What it looks at when a Move arrives, to see that the new account names the old one. Left out: nobody has read it. */
  readonly aliasCheck?: readonly AliasCheck[];
  /** Its counts of users may be made up on purpose. */
  readonly inventsCounts?: true;
  /**
   * An account's count of followers is as long as the list that it shows, but for people who are suspended there. Left
   * out where nobody has compared them, or they were seen to differ: the count of GoToSocial keeps those who left with
   * a Move, the one of Misskey is 0 after it.
   */
  readonly countsWhatItLists?: { readonly source: string };
  /** Its list of followers begins with the last one who came, as read in its source. */
  readonly youngestFirst?: true;
  /** Its API shows `moved`, `suspended` and `memorial` on every row of a list, so a row without them is an answer too. */
  readonly flagsRows?: true;
  /** How its people let an app read for them. Left out: nobody has read how, so nobody is sent there. */
  readonly signIn?: SignInWay;
};

/** `reads`: what an app has to ask for to see the own account, its lists and who asked to follow it. */
export type SignInWay = {
  readonly flow: "oauth" | "miauth";
  readonly reads: string;
  /** In older versions a token may do everything. */
  readonly safeSince?: string;
  /** An account that moved away may still sign in; else only where the version holds this mark of a fork. */
  readonly afterMove: true | { readonly mark: string };
  /** An app can give a token back. */
  readonly revokes: boolean;
  /** Giving one token back takes away all that the same app has there, of everybody: the last one is given back alone. */
  readonly revokesAll?: true;
  /** What an app may ask for beside it, each when the owner wants it. */
  readonly more?: Readonly<Partial<Record<"people" | "blocks", string>>>;
  /**
   * What an app has to ask for to see who asked to follow, and to say yes to them. Left out: they are let in by hand, as on
   * Friendica, which fails where a request is not there any more, so that a second try could not go on.
   */
  readonly letsIn?: string;
  /** What an app has to ask of a follower, to see what his server tells its members and how his own follow stands. */
  readonly looks?: string;
  /** The names of its rights are coarse: nothing narrower is there to be asked for. */
  readonly coarse?: true;
  readonly source: string;
};

export type AdapterId =
  | "mastodon"
  | "misskey"
  | "pleroma"
  | "akkoma"
  | "gotosocial"
  | "hollo"
  | "iceshrimp-net"
  | "snac"
  | "friendica"
  | "lemmy"
  | "piefed"
  | "mbin"
  | "peertube"
  | "pixelfed"
  | "bare"
  | "generic";

/** `anew`: the new account as it is then. `copy`: as it was up to a day before. `nothing`: it does not check. */
export type AliasCheck = {
  /** From this version on. */
  readonly since?: string;
  readonly reads: "anew" | "copy" | "nothing";
  readonly source: string;
};

/** A field left out is not known: of moves in general "unknown", of a single trait undefined. */
export type MoveRow = {
  /** The names that the row holds for; left out where it holds for all names of the software. */
  readonly names?: readonly string[];
  /** From this version on. */
  readonly since?: string;
  readonly onMove: Ability["onMove"];
  readonly needsMovedTo?: true;
  readonly keepsOldFollow?: true;
  readonly onlyIfMet?: true;
  readonly skipsLocals?: true;
  /** Where one copy serves everybody and tells no version: from this day on. A Move from before it came to nothing. */
  readonly sinceDay?: string;
  /** Its own accounts say where they moved to. */
  readonly publishesMovedTo?: boolean;
  /** An account there can send a Move. */
  readonly sends?: boolean;
  /** A Move may lead to an account there. */
  readonly target?: boolean;
  /** The versions whose source was read for this row, first and last. Outside them the row is likely only. */
  readonly read?: readonly [string, string];
  readonly source: string;
};

/** What has to be known of the page where a follow is confirmed, beside where it is. */
export type FollowPage = {
  /** Nobody there can follow a person, whatever its WebFinger names. */
  readonly forPeople?: false;
  /** Its WebFinger names a page that is not there. */
  readonly missing?: true;
  /** Takes nothing but an address that ends with the name, and reads the name from it. */
  readonly readsName?: true;
  /** Older versions have none. */
  readonly since?: string;
  readonly source: string;
};

/** Pages below the web host. A path left out is not known: a wrong one would end at a page that does not exist. */
export type Paths = {
  /**
   * Where a follow is confirmed, with a place for the account's address. Null: there is no such page, only the app's own
   * search leads to a follow.
   */
  readonly follow?: string | null;
  /** Opens the composer with a text in it. */
  readonly compose?: string;
  /** The list of people who asked to follow. */
  readonly followRequests?: string;
  /** Where people name a former address. */
  readonly aliases?: string;
  /** Where people start a move. */
  readonly move?: string;
  /** Where people make an account. */
  readonly signUp?: string;
  /** Where people write their name and choose a picture. */
  readonly profile?: string;
  /** Where people switch approving followers by hand on and off. */
  readonly approve?: string;
  /** Where people save whom they follow, their lists and blocks, and where they bring these in. */
  readonly exports?: string;
  readonly imports?: string;
  /** Where people fetch the file of those whom a server cut off. */
  readonly severed?: string;
  /** A feed of somebody's public posts, after the address of the profile. */
  readonly feed?: string;
};

export const BOTH_WAYS = { sends: true, target: true } as const;
export const NEITHER_WAY = { sends: false, target: false } as const;
export const SHOWN = { ...BOTH_WAYS, publishesMovedTo: true } as const;
