/**
 * The only door to the network. `lib/net` implements it; everything else is handed one.
 * All that a stranger's server does comes back as a value; only our own mistakes throw.
 */
export type Refusal =
  | "private-address"
  | "not-https"
  | "dns"
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
  | "cancelled";

export type Ask = {
  readonly url: string;
  readonly method?: "GET" | "POST";
  /** Sent as JSON with POST. */
  readonly body?: unknown;
  readonly accept?: string;
  /** What the body is read as; `json` that does not parse is `bad-json`. Default `json`. */
  readonly as?: "json" | "text" | "bytes";
  /** Size class of the answer: lists may be 10 MB, robots 64 kB, the rest 2 MB. */
  readonly size?: "list" | "normal" | "robots";
  /** Counts in the window for paged requests too. */
  readonly paged?: boolean;
  /** This many more pages are expected: the reserve of the window is used where they all fit. */
  readonly pagesLeft?: number;
  /** On the mover's own two servers four connections are allowed instead of two. */
  readonly own?: boolean;
  /** Answers are signed for where the server wants it. */
  readonly sign?: boolean;
  readonly signal?: AbortSignal;
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
};
export type Refused = {
  readonly ok: false;
  readonly why: Refusal;
  readonly at: string;
  /** When asking again makes sense: a rate window's end, a pause for a dead host. */
  readonly until?: string;
};
export type Reply = Answer | Refused;

export type Gate = { ask(ask: Ask): Promise<Reply> };
