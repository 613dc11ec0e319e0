import { type CountsByCause, causeOf, type JudgedCause, judgedCause } from "#lib/causes/index.ts";

/** What becomes of people at one candidate, as the page names it. */
export const KINDS = ["can", "waits", "cannot", "unknown"] as const;
export type Kind = (typeof KINDS)[number];
export type Kinds = Readonly<Record<Kind, number>>;

export function kindOf(cause: JudgedCause): Kind {
  if (cause === "clear") return "can";
  const known = causeOf(cause);
  return known === undefined ? "unknown" : known.helps === "requests" ? "waits" : "cannot";
}

export function kindsOf(causes: CountsByCause): Kinds {
  const kinds: Record<Kind, number> = { can: 0, waits: 0, cannot: 0, unknown: 0 };
  for (const [cause, people] of Object.entries(causes)) kinds[kindOf(judgedCause(cause))] += people;
  return kinds;
}

/** Those that somebody is of. */
export const heldKinds = (kinds: Kinds): readonly Kind[] => KINDS.filter((kind) => kinds[kind] > 0);
