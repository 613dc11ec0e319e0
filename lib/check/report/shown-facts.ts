import type { NamedFact } from "#lib/domain/diagnosis/verdict.ts";
import type { OwnBlock, View } from "#lib/domain/evidence/answers.ts";

/**
 * Facts as they leave here. Of a server's own list of followers a page says how many it holds: the names, and the marks
 * on single accounts, stay behind. So do the names of whom the owner blocks there.
 */
export const shownFacts = (facts: readonly NamedFact[]): readonly NamedFact[] => facts.map(shown);

function shown(named: NamedFact): NamedFact {
  if (!named.known) return named;
  if (named.fact.endsWith(".view")) return { ...named, value: { count: (named.value as View).accts.length } };
  if (named.fact !== "byTarget.own") return named;
  const { server, people } = named.value as OwnBlock;
  return { ...named, value: { server, people: people.length } };
}
