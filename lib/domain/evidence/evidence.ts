import type { Composer } from "../names/composer.ts";
import type { Acct, Host, TargetKey } from "../names/spellings.ts";
import type { Fact, Gap } from "./fact.ts";
import type { Opinions } from "./opinions.ts";
import type { Stance } from "./stance.ts";

export type { Acct, Host, TargetKey };

/**
 * The seam between asking and judging: everything a check has learnt, as plain JSON.
 * Stored evidence can be judged again without the network. A field left out was not asked.
 */
export type Mode = "moved" | "planned";

export type Software = { readonly name: string; readonly version: string };

/** An account as its own server shows it. */
export type Account = {
  readonly acct: Acct;
  readonly id?: string;
  readonly uri?: string;
  readonly url?: string;
  readonly display?: string;
  readonly avatar?: string;
  readonly followers?: number;
  readonly locked?: boolean;
  readonly bot?: boolean;
  readonly suspended?: boolean;
  readonly memorial?: boolean;
  readonly hidesLists?: boolean;
  readonly createdAt?: string;
  /** A moved Mastodon account cannot post: the day is a lower bound of the move. */
  readonly lastPostAt?: string;
  /** Acct or actor URI of the account this one points to; null where the software publishes it and there is none. */
  readonly movedTo?: string | null;
  readonly noindex?: boolean;
  /** Anybody can have its posts sent by e-mail: its profile page takes an address. */
  readonly mailsPosts?: boolean;
  /** Bio and fields as plain text: `#nobot`, `#nohousewarming`, the proof link. */
  readonly about?: string;
};

/** The ActivityPub actor document of one of the mover's two accounts. */
export type Actor = {
  readonly uri: string;
  readonly movedTo?: string | null;
  readonly alsoKnownAs?: readonly string[];
  /** Accounts this one was copied to without a Move (FEP-7628). */
  readonly copiedTo?: readonly string[];
  readonly locked?: boolean;
  /** Its server gave the document to us, who had signed nothing: it gives it to everybody. */
  readonly unsigned?: true;
  /** WebFinger of the handle leads back to this actor; servers refuse a Move otherwise. */
  readonly loopsBack?: boolean;
};

/** How far a list of followers was read; the people themselves are rows of their own. */
export type ListRead = {
  readonly read: number;
  readonly count?: number;
  /** Set from the first page on and while pages are missing: people not met yet are judged provisionally. */
  readonly stillReading?: boolean;
  /** Why reading ended before the list did. */
  readonly stoppedBy?: Gap;
};

/** The old account, or one account or server that stands for "new". */
export type Side = {
  readonly key: TargetKey;
  /** The domain in handles, and the host that answers for it. */
  readonly host: Host;
  readonly webHost: Host;
  readonly acct?: Acct;
  readonly software: Fact<Software>;
  readonly account: Fact<Account>;
  readonly actor: Fact<Actor>;
  readonly list: Fact<ListRead>;
  readonly limitedFederation?: Fact<boolean>;
  /** How many use its server, as that says itself. */
  readonly size?: Fact<{ readonly users?: number; readonly activeUsers?: number }>;
  /** Whom its server talks to, as a Misskey says in `/api/meta`. */
  readonly federation?: Fact<Federation>;
  /** WebFinger's `self` for the handle: one more address of the account. */
  readonly self?: Fact<string>;
  /** Whom to write to there, and how long a post may be. */
  readonly instance?: Fact<Instance>;
  /** Where it opens its composer with a text, as it says itself. */
  readonly composer?: Composer;
  /** OLD about this target and this target about OLD (on the old side itself both stay empty). */
  readonly onOld?: Fact<Stance>;
  readonly byOld?: Fact<Stance>;
  /** Who asked to follow this account and waits, as its owner alone can see. The people themselves are rows of their own. */
  readonly requests?: Fact<Requests>;
  /** This server limits others (its list has rows that limit): arrivals may wait in the follow requests. */
  readonly limitsSome?: Fact<boolean>;
  /** Before a move, where the operator wants it: what others think of this server. Shown, never judged. */
  readonly opinions?: Opinions;
};

/** `known`: those of them who are known from before. */
export type Requests = { readonly waiting: number; readonly known: number };

export type Before = {
  readonly is: "snapshot" | "stated" | "unknown";
  readonly count?: number;
  readonly takenAt?: string;
};

export type CheckFacts = {
  readonly mode: Mode;
  /** The clock at judging; the core has none of its own. */
  readonly now: string;
  readonly old: Side;
  readonly targets: readonly Side[];
  readonly before: Before;
  /** Told by the mover, else missing. */
  readonly movedAt: Fact<string>;
};

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

/** What a row says about the account in it. */
export type Flags = { readonly suspended?: boolean; readonly memorial?: boolean; readonly moved?: string | null };

export type NodeInfo = {
  readonly software: Software;
  readonly users?: number;
  readonly activeUsers?: number;
  readonly openRegistrations?: boolean;
};

/** Whom a server talks to: everybody, those it has named, nobody. */
export type Federation = "all" | "specified" | "none";

/** Signs of life. `silent` is one failed try and proves nothing; `gone` is 410; `dead` is silent again after a day or more. */
export type Life = {
  readonly state: "alive" | "gone" | "dead" | "silent";
  readonly since?: string;
  /**
   * What said 410: NodeInfo, WebFinger and an actor, or the API and actors alone, as on a Mastodon that closed itself
   * down. Left out: less than that.
   */
  readonly by?: "everything" | "api-and-actors";
};

export type Instance = {
  readonly limitedFederation?: boolean;
  readonly federation?: Federation;
  readonly contactEmail?: string;
  readonly contactAcct?: Acct;
  readonly maxCharacters?: number;
  readonly charactersPerUrl?: number;
  readonly languages?: readonly string[];
  readonly signUp?: "open" | "approval" | "closed";
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

/** What a software, at a version, does with a Move that reaches it. */
export type Ability = {
  /** `inside`: it points its own rows to the new account and sends no follow: its people never appear in a list there. */
  readonly onMove: "carries-out" | "notifies" | "ignores" | "inside" | "unknown";
  /** Acts on `movedTo` of the old actor rather than on the Move itself. */
  readonly needsMovedTo: boolean;
  /** A migrated follower still follows the old account. */
  readonly keepsOldFollow: boolean;
  /** It follows a new account only where it has met it before. */
  readonly onlyIfMet?: true;
  /** It does not carry over people who are on the new account's own server. */
  readonly skipsLocals?: true;
  /** It does nothing with a Move that was made before this day, on which all its servers learnt to. */
  readonly sinceDay?: string;
  /** Proven for a version whose source was read; a name alone is likely. */
  readonly certainty: "proven" | "likely";
};

export type ServerFacts = {
  readonly host: Host;
  readonly nodeinfo?: Fact<NodeInfo>;
  /** Looked up by NodeInfo's software and version, outside the core. */
  readonly ability?: Fact<Ability>;
  readonly life?: Fact<Life>;
  readonly instance?: Fact<Instance>;
  /** A look-up of the server's own follower answered: so a 404 for others means something. */
  readonly control?: Fact<boolean>;
  /**
   * What it does with requests that we signed: it answers them, or it refuses them with an empty 403 while other servers
   * believe our signature. It says how our own host stands there. Left out where nothing was signed for it.
   */
  readonly refusesSigned?: Fact<boolean>;
  readonly onOld: AskedAbout;
  readonly onTarget: Readonly<Record<TargetKey, AskedAbout>>;
  readonly byOld: SaidBy;
  readonly byTarget: Readonly<Record<TargetKey, SaidBy>>;
  /** People of this server in each target's list, newcomers included: evidence that arrivals get through, nobody to judge. */
  readonly arrived?: Readonly<Record<TargetKey, number>>;
};

/** A server that nobody has asked yet. */
export const nothingAsked = (host: Host): ServerFacts => ({ host, onOld: {}, onTarget: {}, byOld: {}, byTarget: {} });

/**
 * `suspended`: for now, the account may come back. `closed`: deleted or suspended, its server does not say which.
 */
export type Home = {
  readonly state: "alive" | "deleted" | "suspended" | "closed" | "memorial" | "moved";
  readonly movedTo?: string;
};

/** A follower's row in OLD's list, as OLD serves it. Flags only where the server sends them (`moved: null` = it would). */
export type OldRow = Flags & {
  readonly bot?: boolean;
  readonly locked?: boolean;
  readonly noindex?: boolean;
  /** The profile asks tools to keep away. */
  readonly nobot?: boolean;
  readonly lastPostAt?: string;
  /** In which reading of the list it was met last, where that is not the first. */
  readonly reading?: number;
};

export type Person = {
  /** Where no list and no server has told a handle yet, the address of the actor stands here. */
  readonly acct: Acct;
  /** The actor: who the person is, whatever the handle. */
  readonly uri?: string;
  readonly display?: string;
  readonly server: Host;
  /** In OLD's list as read now. */
  readonly old?: OldRow;
  /** Known from before: a snapshot, a severed-relationships file, a list the mover had. */
  readonly before?: "snapshot" | "severed" | "list";
  /** Targets whose follower list shows this person. */
  readonly in: readonly TargetKey[];
  /** Targets whose requests show this person: he asked to follow and waits. */
  readonly waits?: readonly TargetKey[];
  /** The account this person moved to, found in the new list. */
  readonly hereAs?: Acct;
  /** The actor this person moved to, looked for in vain in a new list that names everybody's. */
  readonly notHereAs?: string;
  /** The account at home, asked for alone where it decides. */
  readonly home?: Fact<Home>;
  readonly youFollow?: boolean;
};
