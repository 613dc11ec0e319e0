import { defined } from "#lib/flow/defined.ts";
import type { Because, NamedFact } from "../diagnosis/verdict.ts";
import type { TargetKey } from "../names/spellings.ts";
import type { Witness } from "../readings/reading.ts";
import type { ServerFacts } from "./evidence.ts";
import type { Fact } from "./fact.ts";

type Questions = Readonly<Record<string, Fact<unknown> | undefined>>;

/** All that was asked of a server and about it, by names that stay: verdicts point into this list. */
export function namedFacts({
  nodeinfo,
  ability,
  life,
  instance,
  control,
  refusesSigned,
  ...sides
}: ServerFacts): readonly NamedFact[] {
  return [
    ...named({ nodeinfo, ability, life, instance, control, refusesSigned }),
    ...named(sides.onOld, "onOld."),
    ...Object.entries(sides.onTarget).flatMap(([target, asked]) => named(asked, "onTarget.", target)),
    ...named(sides.byOld, "byOld."),
    ...Object.entries(sides.byTarget).flatMap(([target, said]) => named(said, "byTarget.", target)),
  ];
}

const named = (asked: Questions, prefix = "", target?: TargetKey): readonly NamedFact[] =>
  Object.entries(asked).flatMap(([name, fact]) =>
    fact ? [{ fact: `${prefix}${name}`, ...defined({ target }), ...fact }] : [],
  );

/** Turns what a reading rests on into places in that list. */
export function indexer(facts: readonly NamedFact[]): (witness: Witness) => Because | undefined {
  const places = new Map(facts.map(({ fact, target }, place) => [keyOf(fact, target), place]));
  return ({ fact, target, own }) => (own ? { fact, ...own } : places.get(keyOf(fact, target)));
}

const keyOf = (fact: string, target: TargetKey | undefined) => (target === undefined ? fact : `${fact} ${target}`);
