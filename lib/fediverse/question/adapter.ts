import type { z } from "zod";
import type { BlockList } from "#lib/domain/blocks/block-match.ts";
import type { Sight } from "#lib/domain/evidence/answers.ts";
import type { Gap } from "#lib/domain/evidence/fact.ts";
import type { Home, OldRow } from "#lib/domain/evidence/person.ts";
import type { Instance } from "#lib/domain/evidence/server.ts";
import type { Account } from "#lib/domain/evidence/side.ts";
import type { Stance } from "#lib/domain/evidence/stance.ts";
import type { Acct, Host } from "#lib/domain/names/spellings.ts";
import type { AdapterId } from "#lib/software/define.ts";

/** A server by the domain in its handles and by the host that answers for it. They are mostly the same. */
export type Server = { readonly host: Host; readonly webHost: Host };

/** What an answer says in our words, or why it says nothing although it came. */
export type Meant<Meaning> = { readonly value: Meaning; readonly complete?: boolean } | { readonly gap: Gap };
/** `text` is the body as it came, `body` what it holds as JSON. */
type BodyMeans<Meaning> = Meant<Meaning> | ((body: unknown, text: unknown) => Meant<Meaning>);

/** One question to a server, as data. The engine does the asking; a question left out is the gap `not-offered`. */
export type Question<Input, Meaning> = {
  /** Below the web host, or a whole address where a document named it. */
  readonly path: (input: Input) => string;
  /** Makes it a POST. */
  readonly body?: (input: Input) => unknown;
  readonly accept?: string;
  readonly size?: "list";
  readonly text?: true;
  /** What a server publishes about itself, which robots.txt does not close. */
  readonly about?: "server";
  /** Worth signing where the server refuses strangers. */
  readonly sign?: true;
  /** It changes something: it is sent to the server that was asked and nowhere else, and never by itself again. */
  readonly acts?: true;
  readonly reads: (input: Input) => z.ZodType<Meant<Meaning>>;
  /** Statuses that mean something of their own here; the rest mean what they mean everywhere. */
  readonly statusMeans?: Readonly<Record<number, BodyMeans<Meaning>>>;
  /** Codes inside an error's body, read before its status. */
  readonly codeMeans?: Readonly<Record<string, Meant<Meaning>>>;
};

/** Somebody in a list. Collections of ActivityPub name people by address only. */
export type Row = OldRow & {
  readonly acct?: Acct;
  readonly uri?: string;
  readonly display?: string;
  /** The account's key on the server that was asked, in lists where something is done by it. */
  readonly key?: string;
};

export type RowPage = { readonly rows: readonly Row[]; readonly raw: number };
export type PageAnswer = {
  readonly page: RowPage;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
  readonly url: string;
  /** On the first page of a list: how many people the account is said to have in it. */
  readonly counted?: number;
};
/** Where the next page starts; `end`; or `broken`: there has to be one and the answer does not say where. */
export type Next = { readonly at: string } | "end" | "broken";
/** `above`: nothing at or below this place. */
type Place = { readonly at: string | null; readonly above?: string };
export type PagedQuestion<Input> = Question<Input & Place, RowPage> & {
  readonly next: (answer: PageAnswer) => Next;
  /** Places are numbers and `above` is obeyed: a long list may be read in several stretches at once. */
  readonly splits?: true;
};

export type OfAccount = Server & { readonly user: string; readonly id?: string };
/** A remote account as another server is asked about it. */
export type OfRemote = Server & {
  readonly acct: Acct;
  readonly user: string;
  readonly home: Host;
  readonly id?: string;
};

/** One of a server's own people, as it answers for many of them at once. */
export type AtHome = { readonly key: string; readonly acct: Acct; readonly home: Home };
type ManyAtHome = {
  /** The key in the path of an actor's address. */
  readonly keyIn: RegExp;
  readonly most: number;
  readonly question: Question<Server & { readonly keys: readonly string[] }, readonly AtHome[]>;
};

export type Adapter = {
  /** A software of `lib/software` names by it what it is asked. */
  readonly id: AdapterId;
  /** Whether what it shows of accounts says that one moved. Where not, silence about a move is no answer. */
  readonly showsMoved: boolean;
  /** An empty list may be a hidden one, whatever the count says. */
  readonly emptyHides?: true;
  readonly account?: Question<OfAccount, Account>;
  readonly followers?: PagedQuestion<OfAccount>;
  readonly following?: PagedQuestion<OfAccount>;
  readonly home?: Question<OfAccount, Home>;
  /** Many of its own people in one request. */
  readonly atHome?: ManyAtHome;
  /** The name in the path of an actor's address, on software that makes addresses of names. */
  readonly nameIn?: RegExp;
  /** Its actor of a deleted account answers like a living one, but for the display name, which is empty. */
  readonly emptyNameIsNoSign?: true;
  /** It keeps the name of a deleted account and says 410 of it: a name that it does not find was nobody's. */
  readonly keepsNames?: true;
  readonly sight?: Question<OfRemote, Sight>;
  /** Who of its own people follow a remote account. */
  readonly view?: PagedQuestion<OfRemote>;
  /** Brings the local id that a view is asked for by; left out where the name will do. */
  readonly viewKey?: Question<OfRemote, Sight>;
  /** An empty view is nobody: this software never hides its own people's follows of others. */
  readonly viewNeverHidden?: true;
  /** Its whole published list, at the first of these places that has one; or a question that answers for one host. */
  readonly blocks?: readonly Question<Server, BlockList>[];
  readonly stance?: Question<Server & { readonly about: Host }, Stance>;
  /** What stands in NodeInfo's metadata, so that no further request is needed. */
  readonly blocksInNodeInfo?: (server: Server) => z.ZodType<Meant<BlockList>>;
  /** Only where names with a block row are left out of them; elsewhere standing there says nothing. */
  /** Whom it lets in whatever its blocks say; on a list of allowed servers, nobody else. */
  readonly allows?: Question<Server, readonly Host[]>;
  readonly peers?: Question<Server, readonly Host[]>;
  readonly peerSearch?: Question<Server & { readonly about: Host }, readonly Host[]>;
  readonly instance?: Question<Server, Instance>;
  /** What it tells the owner of an account, and nobody else. */
  readonly signedIn?: SignedInQuestions;
};

/** Followers that were lost on one day: by the own server's block, by one's own, or with an account that was suspended. */
export type Cut = {
  readonly of: string;
  readonly by: "server" | "own-block" | "account";
  readonly followers: number;
  readonly at: string;
};
/** `gone`: there is no such request any more. */
export type Accepted = "in" | "gone";

export type Relation = "follows" | "requested" | "none";
export type Missing = "looked-for" | "left-alone";

/** A row of the servers that somebody has blocked; `below`: and all names below it. */
export type OwnServer = { readonly name: Host; readonly below?: true };

/** What its owner has blocked, and the ties that blocks have cut. */
export type OwnQuestions = {
  readonly people: PagedQuestion<Server>;
  /** Left out where nobody can block whole servers by hand, or that mutes them alone. `compares`: which of a server's names. */
  readonly servers?: {
    readonly question: Question<Server, readonly OwnServer[]>;
    readonly compares: "handle" | "actor";
  };
  readonly cuts?: Question<Server, readonly Cut[]>;
  /** A setting of the admin decides whether a block keeps follows out. */
  readonly maySpare?: true;
};

export type SignedInQuestions = {
  /** The own followers, shown to others or not. */
  readonly followers?: PagedQuestion<OfAccount>;
  /** Whom the account follows, where strangers have no such question. */
  readonly following?: PagedQuestion<OfAccount>;
  /** Who asked to follow and waits. */
  readonly requests?: PagedQuestion<Server>;
  /** Says yes to one of them, by the key in its row. The one question that changes something on a server. */
  readonly accept?: Question<Server & { readonly key: string }, Accepted>;
  /** Its members may read its list of blocks where strangers may not: the same question, asked by one of them. */
  readonly showsBlocks?: true;
  readonly own?: OwnQuestions;
  /** Looks somebody up, and fetches the account where it is not known: nobody is asked where the server is shut out. */
  readonly resolve?: Question<Server & { readonly acct: Acct }, Sight>;
  /**
   * Looks one person up by handle and address. A server that looks up people alone has it in place of `resolve`, for those
   * who ask on their own server. `absent`: it says itself that it does not talk to that one's server.
   */
  readonly finds?: Question<Server & { readonly acct: Acct; readonly uri: string }, Sight>;
  /** How the asker himself stands to an account, by its key there: of all that it answers, his follow alone is read. */
  readonly relation?: Question<Server & { readonly key: string }, Relation>;
  /** Somebody under a name that no server has: whether it goes and looks, or leaves it alone because of a block above it. */
  readonly missing?: Question<Server & { readonly missing: Host }, Missing>;
  /** Fetches one account by its address, every time anew. */
  readonly fetch?: Question<Server & { readonly uri: string }, Sight>;
};
