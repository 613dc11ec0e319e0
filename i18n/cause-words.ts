import { CAUSE_IDS, type CauseId } from "#lib/causes/index.ts";
import type english from "./en.json";

/** What stands as a follower's cause, besides those of the table. */
export type ShownCause = CauseId | "unknown" | "unexplained";

type Words = (typeof english)["causes"];
type Complete = Words extends Record<ShownCause, { title: string; what: string; who: string }> ? true : never;

/** A new cause does not compile until it has words. */
const COMPLETE: Complete = true;

const SHOWN: readonly string[] = COMPLETE ? [...CAUSE_IDS, "unknown", "unexplained"] : [];

/** Reports may come from newer rules than ours; a cause without words is shown as unknown. */
export const shownCause = (cause: string | null): ShownCause | "none" =>
  cause === null ? "none" : SHOWN.includes(cause) ? (cause as ShownCause) : "unknown";
