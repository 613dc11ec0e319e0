import type { Person, ServerFacts, Side } from "../evidence/evidence.ts";
import type { HeadCount } from "./context.ts";

/** Somebody only ever met in a new list is a newcomer: nobody to miss, and a sign that the way is open. */
export const isKnown = (person: Person): boolean => person.old !== undefined || person.before !== undefined;

export function headCountOf(server: ServerFacts, people: readonly Person[], target: Side): HeadCount {
  const headCount = { here: 0, known: 0, inOldList: 0, neither: 0, severed: 0 };
  for (const person of people) {
    if (person.in.includes(target.key)) headCount.here += 1;
    if (isKnown(person)) headCount.known += 1;
    if (person.old) headCount.inOldList += 1;
    else if (isKnown(person) && !person.in.includes(target.key)) headCount.neither += 1;
    if (person.before === "severed" && !person.old) headCount.severed += 1;
  }
  const waiting = people.filter(({ waits }) => waits?.includes(target.key)).length;
  return { ...headCount, waiting, here: Math.max(headCount.here, server.arrived?.[target.key] ?? 0) };
}
