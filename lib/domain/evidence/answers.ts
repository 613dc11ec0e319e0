import type { Acct } from "../names/spellings.ts";
import type { Fact } from "./fact.ts";
import type { Flags } from "./person.ts";
import type { Stance } from "./stance.ts";

/** How a server shows somebody else's account to strangers. `absent` is an answer (404), not a gap. */
export type Sight = {
  readonly seen: "known" | "absent";
  /** Whose account it is, where it is that of one of a server's people, picked from all of them. */
  readonly of?: Acct;
  /** The account's own key on that server: its followers there are asked for by it. */
  readonly id?: string;
  /** That server hides who follows it: an empty list there is a masked one. Missing where it does not say. */
  readonly hidesLists?: boolean;
  readonly suspended?: boolean;
  readonly limited?: boolean;
  /** Null where the software shows redirects and there is none; left out where it never shows any (Pleroma). */
  readonly moved?: string | null;
  /** The number of its followers in that server's copy: it tells a copy from before a Move from one made after it. */
  readonly followers?: number;
};

/** Who of a server's own people follow a remote account, by that server. */
export type View = {
  readonly accts: readonly Acct[];
  /** The addresses of the same people, where the rows have them. */
  readonly uris?: readonly string[];
  readonly count?: number;
  /** The rows that carry a flag. Given (even empty) only where this software's rows would show one. */
  readonly flagged?: Readonly<Record<Acct, Flags>>;
};

/** What a follower's server was asked about one named side. */
export type AskedAbout = {
  /** Its published list, or its answer about this one host. */
  readonly list?: Fact<Stance>;
  readonly sight?: Fact<Sight>;
  readonly view?: Fact<View>;
  /** The name stands among its peers. */
  readonly peer?: Fact<boolean>;
  /** An answer by hand from somebody there. */
  readonly told?: Fact<Stance>;
  /** A GoToSocial's list of allows names it. There an allow beats a block. */
  readonly allow?: Fact<boolean>;
  /** Whether it looks that server up for one of its own people. */
  readonly resolve?: Fact<Resolved>;
};

/** What one of the mover's two servers says about a follower's server; `sight` is of any one account there. */
export type SaidBy = {
  readonly list?: Fact<Stance>;
  readonly peer?: Fact<boolean>;
  readonly sight?: Fact<Sight>;
  readonly allow?: Fact<boolean>;
  /** Whether it looks that server up for one of its own people. */
  readonly resolve?: Fact<Resolved>;
  /**
   * Whether that server, which gives its people to nobody without a signature, gives one of them to it. Known to be
   * asked only where it finds that server: so a no is that server's own.
   */
  readonly given?: Fact<boolean>;
  /** Of the account itself, not of its server. */
  readonly own?: Fact<OwnBlock>;
};

/**
 * What the target's account itself keeps out of a follower's server, as its owner alone can see, and lets a check read:
 * the server as a whole, or some of its people. What anybody else blocks is never asked for.
 */
export type OwnBlock = {
  readonly server: boolean;
  readonly people: readonly Acct[];
  /** A setting of that server decides whether a block keeps follows out. */
  readonly maySpare?: true;
};

/** What a server answers its own people who look for the account of another one as a whole, or for somebody there. */
export type Resolved = {
  readonly found: boolean;
  /** Not found, because it does not talk to that server: its own words. */
  readonly said?: true;
  readonly limited?: boolean;
  /**
   * Nobody was found who could be; whether it looks at all was told by a name below that server which nobody has.
   * `found` says then that it does.
   */
  readonly below?: true;
  /** The domain in handles and the host of actors are one name, so that the answer is about both. */
  readonly oneName: boolean;
};
