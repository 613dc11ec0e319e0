import type { Acct } from "../names/spellings.ts";

export type Software = { readonly name: string; readonly version: string };

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
