import type { NamedFact } from "#lib/domain/diagnosis/verdict.ts";
import type { Stance } from "#lib/domain/evidence/stance.ts";
import type { Host } from "#lib/domain/names/spellings.ts";
import { defined } from "#lib/flow/defined.ts";

/** One line of a list that a server shows to everybody. Nothing else is ever quoted in a letter. */
export type Published = {
  readonly by: Host;
  readonly about: Host;
  readonly severity: "suspended" | "limited" | "not-allowed";
  /** The row names a server above this one. */
  readonly above?: true;
  /** It may have an exception that nobody sees: what follows from it is probable. */
  readonly likely?: true;
  /** Its reason speaks of harm. */
  readonly harm?: true;
  readonly url?: string;
  readonly at: string;
};

/** Reports carry facts as plain JSON: a value is what it is named after only if it looks like it. */
export type FactRow = {
  readonly fact: string;
  readonly target?: string | undefined;
  readonly known: boolean;
  readonly value?: unknown;
  readonly source?: { readonly kind: string; readonly url?: string | undefined; readonly at: string } | undefined;
};

// Whose list it is and whom it names. Look-ups, peers and positions are not lists and have no place here.
const LISTS: Readonly<Record<string, "theirs" | "ours">> = { "onTarget.list": "theirs", "byTarget.list": "ours" };

/** What is published between a follower's server and the new one, either way. */
export function publishedLines(
  server: Host,
  target: Host,
  facts: readonly (FactRow | NamedFact)[],
): readonly Published[] {
  return facts.flatMap((row) => {
    const whose = LISTS[row.fact];
    const stance = row.known && row.source?.kind === "network" ? asStance(row.value) : null;
    const severity = stance ? severityOf(stance) : null;
    if (!whose || !stance || !severity || !row.source) return [];
    const [by, about] = whose === "theirs" ? [server, target] : [target, server];
    const { url, at } = row.source;
    const likely = isLikely(stance) || facts.some(hidesAllows(row));
    return [{ by, about, severity, at, ...defined({ url }), ...marksOf(stance, likely) }];
  });
}

const marksOf = ({ match, harm }: Partial<Stance>, likely: boolean): Pick<Published, "above" | "likely" | "harm"> => ({
  ...(match === "parent" ? { above: true } : {}),
  ...(likely ? { likely: true } : {}),
  ...(harm === true ? { harm: true } : {}),
});

// A pattern is a masked name that fits: it may be somebody else's.
function severityOf(stance: Partial<Stance>): Published["severity"] | null {
  if (stance.basis !== "list" || stance.match === "pattern") return null;
  if (stance.inbound === "blocked") return stance.allowList ? "not-allowed" : "suspended";
  return stance.limited ? "limited" : null;
}

/** As it is judged: a row for a name above may have exceptions, one for the name of handles may not count. */
const isLikely = ({ match, parentProves, rarely }: Partial<Stance>): boolean =>
  rarely === true || (match === "parent" && parentProves !== true);

/** An explicit allow beats the row, and whether there is one could not be read. */
const hidesAllows =
  ({ fact, target }: FactRow) =>
  (other: FactRow | NamedFact): boolean =>
    !other.known && other.fact === fact.replace(".list", ".allow") && other.target === target;

const asStance = (value: unknown): Partial<Stance> | null =>
  typeof value === "object" && value !== null ? (value as Partial<Stance>) : null;
