import type { Host } from "../names/spellings.ts";
import type { Fact } from "./fact.ts";

/** What others think of a candidate's server. It is shown as opinion and never judged: no reading is made of it. */
export type Opinions = {
  /** Block lists that many servers share, by the name of the list. */
  readonly lists?: Readonly<Record<string, Fact<OnSharedList>>>;
  readonly fediseer?: Readonly<Record<OpinionKind, Fact<readonly Opinion[]>>>;
};
export type OnSharedList = "blocked" | "limited" | "not-named";

export const OPINION_KINDS = ["censures", "hesitations", "endorsements"] as const;
export type OpinionKind = (typeof OPINION_KINDS)[number];
export type Opinion = { readonly by: Host; readonly reasons: readonly string[] };

/** Which of them the operator lets a check ask for. */
export type Hints = { readonly fediseer: boolean; readonly lists: boolean };
