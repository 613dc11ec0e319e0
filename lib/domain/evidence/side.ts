import type { Composer } from "../names/composer.ts";
import type { Acct, Host, TargetKey } from "../names/spellings.ts";
import type { Fact, Gap } from "./fact.ts";
import type { Opinions } from "./opinions.ts";
import type { Federation, Instance, Software } from "./server.ts";
import type { Stance } from "./stance.ts";

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
