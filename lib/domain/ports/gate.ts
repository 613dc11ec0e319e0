/**
 * The only door to the network. `lib/net` implements it; everything else is handed one.
 * All that a stranger's server does comes back as a value; only our own mistakes throw.
 */
export type Refusal =
  | "private-address"
  | "not-https"
  /** The name does not exist, or leads nowhere. */
  | "dns"
  /** The name servers that we ask gave no answer: nothing about the host. */
  | "resolver"
  | "connect"
  | "tls"
  | "timeout"
  | "too-large"
  | "redirects"
  | "bad-json"
  | "robots"
  | "opted-out"
  | "over-budget"
  | "paused"
  /** Our own signature or address is at fault, not the host. */
  | "our-fault"
  | "cancelled";

export type Ask = {
  readonly url: string;
  readonly method?: "GET" | "POST";
  /** Sent as JSON with POST. */
  readonly body?: unknown;
  /** Fields of a form, sent with POST in the body's place. */
  readonly form?: string;
  /** Bytes for a browser, with the headers that its push service reads; sent with POST in the body's place. */
  readonly push?: { readonly body: Uint8Array; readonly headers: Readonly<Record<string, string>> };
  /**
   * Counted by this name, apart from what strangers ask of the host. Such a question leads to a token, or is for one
   * browser: it goes to the host that was asked alone, and no recording keeps it.
   */
  readonly apart?: "sign-in" | "apps" | "push";
  /** Asked with the token of one of the mover's accounts. */
  readonly signedIn?: SignedIn;
  readonly accept?: string;
  /** What the body is read as; `json` that does not parse is `bad-json`. Default `json`. */
  readonly as?: "json" | "text" | "bytes";
  /** Size class of the answer: lists may be 10 MB, robots 64 kB, the rest 2 MB. */
  readonly size?: "list" | "normal" | "robots";
  /** Counts in the window for paged requests too. */
  readonly paged?: boolean;
  /** This many more pages are expected: the reserve of the window is used where they all fit. */
  readonly pagesLeft?: number;
  /**
   * Asked of one of the mover's own servers: four connections are allowed instead of two, and what robots.txt says to
   * all crawlers does not apply.
   */
  readonly own?: boolean;
  /**
   * What robots.txt says to all crawlers does not apply to what a server publishes about itself for others to find its
   * people (NodeInfo, WebFinger, host-meta), nor to the actor of somebody who is known to follow, nor to the address at
   * which a browser asked to be told something.
   */
  readonly about?: "server" | "follower" | "browser";
  /** An answer of a moment ago will not do. */
  readonly anew?: true;
  /** Answers are signed for where the server wants it. */
  readonly sign?: boolean;
  /** It changes something there: no redirect is followed, not even on the same host. */
  readonly acts?: boolean;
  /**
   * Asked before each request beyond the first that this question takes, with the host it would go to: one after a
   * redirect, a signed one, or the same on a new connection. `false` ends the question.
   */
  readonly spend?: (host: string) => boolean;
  readonly signal?: AbortSignal;
};

/** The right to read as one account. It goes to the host it was given by, and is never sent on. */
export type SignedIn = {
  readonly token: string;
  readonly host: string;
  /** Whose rate limit is used: questions with one account's tokens are counted together, apart from a stranger's. */
  readonly account: string;
};

export type Answer = {
  readonly ok: true;
  readonly status: number;
  /** Where the answer came from after redirects. */
  readonly url: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly at: string;
  /** It answers a request that carried our signature. */
  readonly signed?: true;
  /** A 401 that no signature of ours would lift: it asks for something else. */
  readonly wantsNoSignature?: true;
  /** The request was refused because of us: see {@link Ours}. */
  readonly ours?: Ours;
  /** With a refusal because of us: other servers believe our signature, so it is our host that this one refuses. */
  readonly believedElsewhere?: true;
};
/**
 * How a signed request is refused because of us: our signature or our actor was not accepted, our own host is blocked
 * there or not allowed, or the other server could not reach us.
 */
export type Ours = "signature-refused" | "refused-us" | "our-fault";
export type Refused = {
  readonly ok: false;
  readonly why: Refusal;
  readonly at: string;
  /** When asking again makes sense: a rate window's end, a pause for a dead host. */
  readonly until?: string;
};
export type Reply = Answer | Refused;

export type Gate = { ask(ask: Ask): Promise<Reply> };
