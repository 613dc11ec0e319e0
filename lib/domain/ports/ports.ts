/** What the gate needs from a store: in memory for the terminal command, rows shared by all processes otherwise. */

/** `pagesLeft` counts the pages expected after the ones asked for here. */
export type Want = {
  readonly paged: boolean;
  readonly permits: number;
  readonly pagesLeft?: number;
  /** For a visitor's look-up and for no check: the share of checks stays free. */
  readonly aside?: true;
};
export type Grant =
  | { readonly ok: true; readonly permits: number }
  | { readonly ok: false; readonly why: "window" | "paused"; readonly until: string };

/** What a server's answer said about its own limits. */
export type Pressure = {
  readonly status?: number;
  readonly remaining?: number;
  /** Permits in the host's own window: a fifth of them stays free, as of ours. */
  readonly limit?: number;
  readonly resetAt?: string;
  readonly retryAt?: string;
  readonly paged: boolean;
};

/** Budgets per remote host over all processes. */
export type Ledger = {
  take(host: string, want: Want, now: Date): Promise<Grant>;
  heard(host: string, pressure: Pressure, now: Date): Promise<void>;
  /** A host that failed: pauses grow with every failure and end with the first success. */
  failed(host: string, why: string, now: Date): Promise<void>;
  alive(host: string, now: Date): Promise<void>;
};

export type Remembered = { readonly value: unknown; readonly at: string };

/** Cached facts with an age; `once` is the single flight: of many who want the same thing at once, one fetches it. */
export type Make = () => Promise<{ value: unknown; ttlMs: number }>;
export type Memory = {
  /**
   * The key starts with the host it is about and a slash: `far.example/nodeinfo`; see memory-key.ts.
   * What was fetched earlier than `notBefore` is fetched again.
   */
  once(key: string, make: Make, notBefore?: Date): Promise<Remembered>;
  /** Without fetching: what is still fresh, or nothing. */
  peek(key: string): Promise<Remembered | undefined>;
  /** Drops all that is held about a host: it opted out. */
  forget(host: string): Promise<void>;
};

/** Signs a GET for a server that refuses strangers. Absent where nobody could fetch our key. */
export type Signer = {
  headers(url: string, now: Date, form?: SignatureForm): Promise<Readonly<Record<string, string>>>;
};
/** The draft that all servers read, and the standard that some want instead. */
export type SignatureForm = "cavage" | "rfc9421";
