import type { Certainty } from "../diagnosis/verdict.ts";
import type { Mode } from "../evidence/evidence.ts";
import type { Gap, Source } from "../evidence/fact.ts";
import type { Home, Person } from "../evidence/person.ts";
import type { Ability } from "../evidence/server.ts";
import type { TargetKey } from "../names/spellings.ts";

/** What all facts together say about one point. A cause reads these and never a raw fact. */
export type Reading<T> = Read<T> | Unread;
export type Read<T> = {
  readonly known: true;
  readonly value: T;
  readonly certainty: Certainty;
  readonly because: readonly Witness[];
};
export type Unread = { readonly known: false; readonly gaps: readonly Gap[] };

/** What a reading rests on: a fact of the server by its name, or one told here with its value. */
export type Witness = {
  readonly fact: string;
  readonly target?: TargetKey;
  readonly own?: { readonly value: unknown; readonly source: Source };
};

/** Whether what one side sends is let through by the other. */
export type Wall = {
  readonly blocked: boolean;
  /** Left out of a list of allowed servers, rather than put on one of blocked servers. */
  readonly allowList: boolean;
  /** The server itself says so to everybody; a probe or an absence is never published. */
  readonly published: boolean;
  /** The server itself shows it to its own people, or refused one of them. */
  readonly refused?: true;
};

export type Readings = {
  /** F hears OLD: the Move gets in. */
  readonly fOnOld: Wall;
  /** F hears the target: its account can be fetched, its Accept gets in. */
  readonly fOnTarget: Wall;
  /** F speaks to the target: a Follow gets out. */
  readonly fToTarget: Wall;
  readonly targetOnF: Wall;
  readonly oldOnF: Wall;
  /** The target's owner keeps out F as a whole, or this person of it, by the settings of the own account. */
  readonly ownBlock: "server" | "person" | "none";
  /** One of the two federates with named servers only, and has not named the other. */
  readonly closed: boolean;
  /** The target makes a follow from F wait: its account is locked, or it limits F. */
  readonly held: boolean;
  /**
   * `unsought`: moved to an address that nobody could look for in the new list. `mayBeCarried`: before a
   * move, gone, and yet the Move may carry the account along.
   */
  readonly home: {
    readonly state: "alive" | "gone" | "moved";
    /** Why it is gone, where its server says so: a suspended account may come back. */
    readonly how?: Exclude<Home["state"], "alive" | "moved">;
    readonly movedTo?: string;
    readonly hereAs?: string;
    readonly unsought?: true;
    readonly mayBeCarried?: true;
  };
  /** His own account was seen to be there: by its server, by a list that its server shows, or in the new list. */
  readonly there: boolean;
  /** A request of this person can be waiting: his account is there, and the target does not refuse his server. */
  readonly canWait: boolean;
  readonly server: "alive" | "gone";
  readonly ability: Ability;
  readonly family: Family;
  /** F's software tells everybody which of its people follow an account elsewhere. */
  readonly showsWhoFollows: boolean;
  /** F shows OLD's / the target's account as suspended, which is fine at home. */
  readonly oldSuspendedAlone: boolean;
  readonly newSuspendedAlone: boolean;
  /**
   * F shows that it heard of the move, that it did not, that it heard and did not believe it (`unheeded`), or does not
   * know OLD's account at all.
   */
  readonly notice: "seen" | "none" | "unheeded" | "stranger";
  /** F lists this person as a follower of OLD's / the target's account. */
  readonly viewOld: boolean;
  readonly viewTarget: boolean;
  /** F lists him for neither account, and the Move is not what emptied its list of OLD's followers. */
  readonly followsNeither: boolean;
  readonly arrived: boolean;
  readonly position: "here" | "old-only" | "neither";
  /** A follow has left F and was not answered yet, as far as the lists show. */
  readonly asked: boolean;
  /** How many of F follow the target, and how many are known from before. */
  readonly peersHere: { readonly here: number; readonly known: number };
  readonly oldPublishesMovedTo: boolean;
  /** Younger than the delivery window. */
  readonly young: boolean;
  /** What is never a gap. */
  readonly setting: Setting;
};
export type ReadingName = keyof Readings;
export type ReadingSet = { readonly [Name in Exclude<ReadingName, "setting">]: Reading<Readings[Name]> } & {
  readonly setting: Read<Setting>;
};
export type KnownReadings = { readonly [Name in ReadingName]: Read<Readings[Name]> };

/** As far as judging must tell softwares apart; everything else about them is `Ability`. */
export const FAMILIES = ["mastodon", "gotosocial", "misskey", "other"] as const;
export type Family = (typeof FAMILIES)[number];

export type Setting = {
  readonly mode: Mode;
  readonly onOld: boolean;
  readonly onTarget: boolean;
  readonly inOldList: boolean;
  readonly before: Person["before"] | null;
  /** No follow of his was sent, so the target refused none, whatever it blocks. */
  readonly notRefused?: true;
  /** The move itself is a reason that holds for everybody, or may be: nobody is told what his server made of it. */
  readonly moveIsReason?: true;
};
