import { CAUSE_IDS, type CauseId, causeOf } from "#lib/causes/index.ts";
import type english from "./en.json";

/** What stands as a follower's cause, besides those of the table. */
export type ShownCause = CauseId | "unknown" | "unexplained";

type CauseWords = { title: string; what: string; who: string };
/** A new cause does not compile until it has words: the compiler says which are missing. */
type Worded<Words extends Record<ShownCause, CauseWords>> = keyof Words & ShownCause;

const SHOWN: readonly Worded<(typeof english)["causes"]>[] = [...CAUSE_IDS, "unknown", "unexplained"];

/** Reports may come from newer rules than ours; a cause without words is shown as unknown. */
export const shownCause = (cause: string | null): ShownCause | "none" =>
  cause === null ? "none" : (SHOWN.find((shown) => shown === cause) ?? "unknown");

/** Reasons found by exclusion: they alone are shown while no more than possible, and have words of their own for that. */
export type GuessedCause = keyof (typeof english)["maybe"];
export const guessedCause = (cause: ShownCause): GuessedCause | undefined =>
  causeOf(cause)?.kind === "residual" ? (cause as GuessedCause) : undefined;
