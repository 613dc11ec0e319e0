import type { Home, Person, ServerFacts } from "#lib/domain/evidence.ts";
import { type Fact, gap, known } from "#lib/domain/fact.ts";
import { askHome } from "#lib/fediverse/account.ts";
import { MOST_REQUESTS } from "#lib/fediverse/order.ts";
import type { Asking } from "./probe-server.ts";
import { splitAcct } from "./resolve-side.ts";

/** A look-up, WebFinger and the actor at most. */
const COST = 3;

/**
 * Single accounts are asked for where that decides: OLD lists somebody, his own server does not know of it. Either he
 * is gone, or he is a ghost of the old list.
 */
export async function askSingleHomes(asking: Asking, facts: ServerFacts, requests: () => number): Promise<void> {
  for (const person of undecided(facts, asking.people)) {
    if (requests() + COST > MOST_REQUESTS) return;
    if (!asking.singles.has(person.acct)) await askSingle(asking, person);
  }
}

/** Somebody of the server's own whom it shows: so a 404 for others means something. What it shows of him is kept. */
export async function askControl(asking: Asking): Promise<Fact<boolean>> {
  const [person] = asking.people.filter(({ old }) => old && !says(old));
  if (!person) return gap("not-asked");
  const home = await askSingle(asking, person);
  return home.known ? known(home.value.state !== "deleted", home.source) : home;
}

async function askSingle({ deps, adapter, server, singles }: Asking, { acct, uri }: Person): Promise<Fact<Home>> {
  const [user] = splitAcct(acct);
  const home = await askHome(adapter, deps.gate, { server, user, ...(uri ? { uri } : {}) });
  singles.set(acct, home);
  return home;
}

function undecided({ onOld: { view } }: ServerFacts, people: readonly Person[]): readonly Person[] {
  if (!view?.known || !view.complete || view.value.accts.length === 0) return [];
  const listed = new Set(view.value.accts);
  return people.filter(
    ({ acct, old, home, in: here }) => old && !home && here.length === 0 && !listed.has(acct) && !says(old),
  );
}

const says = ({ moved, suspended, memorial }: NonNullable<Person["old"]>): boolean =>
  Boolean(moved || suspended || memorial);
