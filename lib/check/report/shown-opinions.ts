import type { Report } from "#lib/contract/report.ts";
import type { Fact } from "#lib/domain/evidence/fact.ts";
import type { Opinion, Opinions } from "#lib/domain/evidence/opinions.ts";

type Shown = NonNullable<NonNullable<Report["candidates"]>[number]["opinions"]>;

/** As pages need it: null where it could not be read. */
export function shownOpinions({ lists, fediseer }: Opinions): Shown {
  return {
    ...(lists ? { lists: each(lists, (says) => says) } : {}),
    ...(fediseer ? { fediseer: each(fediseer, copied) } : {}),
  };
}

const copied = (opinions: readonly Opinion[]) => opinions.map(({ by, reasons }) => ({ by, reasons: [...reasons] }));

function each<Key extends string, Value, Says>(
  facts: Readonly<Record<Key, Fact<Value>>>,
  say: (value: Value) => Says,
): Record<Key, Says | null> {
  const all = Object.entries<Fact<Value>>(facts).map(([key, fact]) => [key, fact.known ? say(fact.value) : null]);
  return Object.fromEntries(all) as Record<Key, Says | null>;
}
