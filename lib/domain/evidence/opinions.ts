import type { Host } from "../names/spellings.ts";
import type { Fact } from "./fact.ts";

/** What others think of a candidate's server. It is shown as opinion and never judged: no reading is made of it. */
export type Opinions = {
  /** Block lists that many servers share, by the name of the list. */
  readonly lists?: Readonly<Record<string, Fact<OnSharedList>>>;
  readonly fediseer?: Readonly<Record<OpinionKind, Fact<readonly Opinion[]>>>;
};
/** `warned`: its makers give early notice and recommend nothing yet. */
export const ON_SHARED_LIST = ["blocked", "limited", "warned", "not-named"] as const;
export type OnSharedList = (typeof ON_SHARED_LIST)[number];

export const OPINION_KINDS = ["censures", "hesitations", "endorsements"] as const;
export type OpinionKind = (typeof OPINION_KINDS)[number];
export type Opinion = { readonly by: Host; readonly reasons: readonly string[] };

/** Which of them the operator lets a check ask for. */
export type Hints = {
  readonly fediseer: boolean;
  readonly lists: boolean;
  /** Addresses of FIRES datasets that are read with the shared lists. */
  readonly datasets?: readonly string[];
};
