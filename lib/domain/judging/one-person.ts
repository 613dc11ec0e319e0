import { factsOf } from "#lib/software/index.ts";
import type { ServerFacts } from "../evidence/evidence.ts";

/** Below this many of the mover's people a server of unknown size is treated as somebody's own. */
const FEW = 3;

/** A block by a server of one is that person's own decision, and is shown without name, reason or contact. */
export function isOnePerson({ nodeinfo }: ServerFacts, known: number): boolean {
  // Made-up numbers look like any other.
  const told = nodeinfo?.known && !factsOf(nodeinfo.value.software.name)?.inventsCounts ? nodeinfo.value : undefined;
  const sizes = [told?.users, told?.activeUsers].filter((size) => size !== undefined);
  return sizes.length > 0 ? Math.min(...sizes) <= 1 : known < FEW;
}
