import type { ServerFacts } from "#lib/domain/evidence/evidence.ts";
import type { Person } from "#lib/domain/evidence/person.ts";
import type { Side } from "#lib/domain/evidence/side.ts";
import { isAddress } from "#lib/domain/names/address.ts";
import type { Host } from "#lib/domain/names/spellings.ts";
import { readArrivals } from "#lib/store/check/people/arrivals.ts";
import { readPeople } from "#lib/store/check/people/people.ts";
import type { Run } from "../state/run-lease.ts";

type Facts = ReadonlyMap<Host, ServerFacts>;

/** Followers who moved too may have come along under the other name. Who is unchanged comes back as the same object. */
export async function withNewNames(
  { id, deps }: Run,
  old: Side,
  facts: Facts,
  people: readonly Person[],
): Promise<readonly Person[]> {
  const names = new Map(people.map((person) => [person, newNameOf(person, old, facts.get(person.server))]));
  const wanted = [...new Set([...names.values()].flatMap((name) => name ?? []))];
  const found = await readPeople(
    deps.store,
    id,
    wanted.filter((name) => !isAddress(name)),
  );
  const here = new Set(found.filter(({ person }) => person.in.length > 0).map(({ acct }) => acct));
  const arrivals = await readArrivals(deps.store, id, wanted.filter(isAddress));
  return people.map((person) => {
    const name = names.get(person);
    if (name === undefined) return person;
    if (!isAddress(name)) return here.has(name) ? { ...person, hereAs: name } : person;
    const hereAs = arrivals.byAddress.get(name);
    if (hereAs) return { ...person, hereAs };
    return arrivals.allNamed && person.notHereAs !== name ? { ...person, notHereAs: name } : person;
  });
}

/** As judging will read it: what is known of the account alone, else its own server's row, else OLD's. */
export function newNameOf(person: Person, old: Side, facts: ServerFacts | undefined): string | undefined {
  if (person.in.length > 0 || person.hereAs) return undefined;
  const home = [person.server, hostOf(person.uri)];
  if (person.home?.known) return soughtBy(person.home.value.movedTo, home);
  const view = facts?.onOld.view;
  const flags = view?.known ? view.value.flagged?.[person.acct] : undefined;
  return flags ? soughtBy(flags.moved, home) : soughtBy(person.old?.moved, [old.host, old.webHost]);
}

/** An address on the very server that says so may be a key of its database, by which nobody else names the account. */
function soughtBy(moved: string | null | undefined, sayers: readonly (Host | undefined)[]): string | undefined {
  return moved && !(isAddress(moved) && sayers.includes(hostOf(moved))) ? moved : undefined;
}

const hostOf = (uri: string | undefined): Host | undefined => (uri ? URL.parse(uri)?.hostname : undefined);
