import type { Person, ServerFacts, Side } from "../evidence/evidence.ts";
import type { Crowd } from "./context.ts";

/** Somebody only ever met in a new list is a newcomer: nobody to miss, and a sign that the way is open. */
export const isKnown = (person: Person): boolean => person.old !== undefined || person.before !== undefined;

export function crowdOf(server: ServerFacts, people: readonly Person[], target: Side): Crowd {
  const crowd = { here: 0, known: 0, inOldList: 0, severed: 0 };
  for (const person of people) {
    if (person.in.includes(target.key)) crowd.here += 1;
    if (isKnown(person)) crowd.known += 1;
    if (person.old) crowd.inOldList += 1;
    if (person.before === "severed" && !person.old) crowd.severed += 1;
  }
  return { ...crowd, here: Math.max(crowd.here, server.arrived?.[target.key] ?? 0) };
}
