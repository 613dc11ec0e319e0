/** What one server does with another one, by direction: a Misskey suspension stops deliveries and receives all the same. */
export type Pass = "open" | "blocked" | "unknown";

/** What the verdict rests on, strongest first. */
type Basis = "list" | "probe" | "peers" | "position";

/** How the name was found on a list. A pattern is a masked name of the same length and never more than possible. */
export type Match = "exact" | "digest" | "parent" | "pattern";

export type Stance = {
  readonly inbound: Pass;
  readonly outbound: Pass;
  /** Follows from there wait for approval. Never drops a Move. */
  readonly limited?: boolean;
  readonly basis: Basis;
  readonly match?: Match;
  /** The match is certain although a parent matched: this software has no exceptions (Akkoma, Misskey, GoToSocial). */
  readonly parentProves?: boolean;
  /** The row names the domain of handles, which this software compares in some cases only. */
  readonly rarely?: true;
  /** Not named on a list of allowed servers, rather than named on one of blocked ones. */
  readonly allowList?: boolean;
  /** The published line, for letters and evidence. */
  readonly entry?: string;
  /** It is there to keep people from harm: no letter argues with it. */
  readonly harm?: true;
};
