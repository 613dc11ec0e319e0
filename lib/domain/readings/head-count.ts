import type { ServerFacts } from "../evidence/evidence.ts";
import type { Person } from "../evidence/person.ts";
import type { Side } from "../evidence/side.ts";
import type { HeadCount } from "./context.ts";

/** Somebody only ever met in a new list is a newcomer: nobody to miss, and a sign that the way is open. */
export const isKnown = (person: Person): boolean => person.old !== undefined || person.before !== undefined;

export function headCountOf(server: ServerFacts, people: readonly Person[], target: Side): HeadCount {
  const headCount = { here: 0, known: 0, inOldList: 0, severed: 0 };
  const neither: Person[] = [];
  for (const person of people) {
    const known = isKnown(person);
    const here = person.in.includes(target.key);
    if (here) headCount.here += 1;
    if (known) headCount.known += 1;
    if (person.old) headCount.inOldList += 1;
    else if (known && !here) neither.push(person);
    if (person.before === "severed" && !person.old) headCount.severed += 1;
  }
  return {
    ...{ ...headCount, ...inNeither(neither, server, target) },
    waiting: people.filter(({ waits }) => waits?.includes(target.key)).length,
    here: Math.max(headCount.here, server.arrived?.[target.key] ?? 0),
  };
}

function inNeither(
  people: readonly Person[],
  { byTarget }: ServerFacts,
  { key }: Side,
): Pick<HeadCount, "neither" | "neitherAlive" | "neitherSaved" | "sightIsOfNeither"> {
  const sight = byTarget[key]?.sight;
  const alive = people.filter(({ home }) => home?.known && home.value.state === "alive");
  return {
    neither: people.length,
    neitherAlive: alive.length,
    neitherSaved: alive.filter(({ before }) => before === "snapshot").length,
    sightIsOfNeither: sight?.known === true && people.some(({ acct }) => acct === sight.value.of),
  };
}
