import type { NamedFact } from "#lib/domain/diagnosis/verdict.ts";
import type { View } from "#lib/domain/evidence/evidence.ts";

/**
 * Facts as they leave here. Of a server's own list of followers a page says how many it holds: the names, and the marks
 * on single accounts, stay behind.
 */
export const shownFacts = (facts: readonly NamedFact[]): readonly NamedFact[] => facts.map(shown);

function shown(named: NamedFact): NamedFact {
  if (!named.fact.endsWith(".view") || !named.known) return named;
  return { ...named, value: { count: (named.value as View).accts.length } };
}
