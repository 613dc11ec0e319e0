import { type CountsByCause, peopleWhere } from "#lib/causes/index.ts";
import type { Host } from "#lib/domain/names/spellings.ts";
import { FEWEST_PEOPLE } from "./letter-rules.ts";

export type CountedServer = {
  readonly host: Host;
  readonly here: number;
  readonly onePerson: boolean;
  readonly causes: CountsByCause;
};
export type Stayed = { readonly host: Host; readonly people: number; readonly onePerson: boolean };

/**
 * The servers that a Move sent once more would reach, and those of them that a letter names, most people first. To send
 * it again is worth it where at least one is named.
 */
export function replayReaches(servers: readonly CountedServer[]): {
  readonly stayed: readonly Stayed[];
  readonly named: readonly Stayed[];
} {
  const stayed = servers.map(stayedBehind).filter(({ people }) => people > 0);
  const named = stayed.filter(({ people, onePerson }) => people >= FEWEST_PEOPLE && !onePerson).toSorted(mostFirst);
  return { stayed, named };
}

/** Only whole servers: where somebody came along, the move did arrive. */
function stayedBehind({ host, here, onePerson, causes }: CountedServer): Stayed {
  const people = peopleWhere(causes, ({ helps }) => helps === "replay");
  return { host, onePerson, people: here === 0 ? people : 0 };
}

const mostFirst = (one: Stayed, other: Stayed) => other.people - one.people || one.host.localeCompare(other.host);
