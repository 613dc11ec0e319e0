import { type Fact, gap, known } from "#lib/domain/evidence/fact.ts";
import type { Person } from "#lib/domain/evidence/person.ts";
import { splitAcct } from "#lib/domain/names/acct.ts";
import { isNamed } from "#lib/domain/names/address.ts";
import { askHomeAfter, askHomeByApi } from "#lib/fediverse/find/account.ts";
import { says } from "./open-accounts.ts";
import type { Asking } from "./visit.ts";
import { whoIs } from "./who-is.ts";

const CONTROLS = 2;

/**
 * Somebody of the server's own whom its look-up shows: so its 404 for others means something. Nothing but the same
 * question tells that: where the look-up knows nobody at all, WebFinger still finds everybody. What became of the
 * person is kept, whichever way it was asked. Where all follows were cut nobody is in the old list, and a person who came along, or is
 * in a list from before, does as well.
 */
export async function askControl(asking: Asking): Promise<Fact<boolean>> {
  let answer: Fact<boolean> = gap("not-asked");
  for (const person of controls(asking.people)) {
    const told = await askControlled(asking, person);
    answer = told.known ? known(told.value.state !== "deleted", told.source) : told;
    if (!answer.known || answer.value) return answer;
  }
  return answer;
}

async function askControlled({ deps: { gate }, adapter, server, singles }: Asking, person: Person) {
  const who = { ...whoIs(server, person), user: splitAcct(person.acct)[0] };
  const told = await askHomeByApi(adapter, gate, who);
  singles.set(person.acct, await askHomeAfter(adapter, told, gate, who));
  return told;
}

function controls(people: readonly Person[]): readonly Person[] {
  const named = people.filter(isNamed);
  const [listed, rest] = [named.filter(({ old }) => old && !says(old)), named.filter(({ old }) => !old)];
  const [here, before] = [
    rest.filter((person) => person.in.length > 0),
    rest.filter((person) => person.in.length === 0),
  ];
  return [...listed, ...here, ...before].slice(0, CONTROLS);
}
