import type { Acct, Home, Person, ServerFacts } from "#lib/domain/evidence/evidence.ts";
import { type Fact, gap, known } from "#lib/domain/evidence/fact.ts";
import { splitAcct } from "#lib/domain/names/acct.ts";
import { isNamed } from "#lib/domain/names/address.ts";
import type { Gate } from "#lib/domain/ports/gate.ts";
import { ageInDays } from "#lib/domain/readings/clocks.ts";
import { askHome, askHomeAfter, askHomeByApi, askHomeByName, type OneOfTheirs } from "#lib/fediverse/find/account.ts";
import { askAtHome, hasKey } from "#lib/fediverse/find/names.ts";
import { HOME_COST } from "#lib/fediverse/order/order.ts";
import { fewAsks } from "#lib/fediverse/question/few-asks.ts";
import { defined } from "#lib/flow/defined.ts";
import { missingAmong, unknownAmong } from "./settled.ts";
import type { Asking } from "./visit.ts";

/** Of a server with more, asking for a few decides too little. */
const FEW = 4;
const CONTROLS = 2;
/** What becomes of one says nothing of the others, and a slow server is not waited for once for each of them. */
const SIDE_BY_SIDE = 2;

/**
 * People are looked up at home where that decides: OLD lists somebody, his own server does not know of it, so that he
 * is gone or a ghost of the old list; somebody stands in neither list; or nothing else said anything about the few who
 * are missing there. Forty in one request where their addresses have the key to it, the others by name as long as
 * something is left.
 */
export async function askSingleAccounts(asking: Asking, facts: ServerFacts, requests: () => number): Promise<void> {
  const open = openAccounts(asking, facts);
  const left = (): number => asking.most - requests();
  // Where only actors tell, a known address spares the way to it by the name; one without a name leads on to his page.
  const { home, emptyNameIsNoSign } = asking.adapter;
  const cost = ({ uri }: Person): number => (home || (uri && !emptyNameIsNoSign) ? 1 : HOME_COST);
  const askByName = (people: readonly Person[], atFirst = SIDE_BY_SIDE): Promise<void> =>
    sideBySide(asking, people, cost, left, (person, gate) => askWhetherThere(asking, person, gate), atFirst);
  const withoutKey = open.filter(({ uri }) => !hasKey(asking.adapter, asking.server, uri));
  // It is counted before the others are asked, so that these leave room for it.
  const isMany = open.length > withoutKey.length && left() > 0;
  const many = isMany ? askManyAccounts(asking, open) : undefined;
  // A host is asked two things at a time: a pair beside the one request would be waited for twice.
  await Promise.all([many, askByName(withoutKey, isMany ? 1 : SIDE_BY_SIDE)]);
  await askByName(open.filter(({ acct }) => !asking.singles.has(acct)));
}

/** Deleted or suspended: one more look tells, once everybody was asked for. */
export async function tellGoneApart(asking: Asking, requests: () => number): Promise<void> {
  const { adapter, server, people, singles, either } = asking;
  const waiting = people.filter(({ acct }) => either.has(acct) && singles.has(acct));
  const left = (): number => asking.most - requests();
  const askHow = async (person: Person, gate: Gate): Promise<void> => {
    const told = singles.get(person.acct);
    if (!told) return;
    either.delete(person.acct);
    const who = { ...whoIs(server, person), user: splitAcct(person.acct)[0] };
    singles.set(person.acct, await askHomeAfter(adapter, told, gate, who));
  };
  await sideBySide(asking, waiting, () => 1, left, askHow);
}

/** As long as something is left. */
async function sideBySide(
  { deps }: Asking,
  people: readonly Person[],
  cost: (person: Person) => number,
  left: () => number,
  ask: (person: Person, gate: Gate) => Promise<void>,
  atFirst = SIDE_BY_SIDE,
): Promise<void> {
  const waiting = [...people];
  for (let most = atFirst; ; most = SIDE_BY_SIDE) {
    const pair = waiting.slice(0, most);
    while (pair.reduce((sum, person) => sum + cost(person), 0) > left()) pair.pop();
    if (pair.length === 0) return;
    waiting.splice(0, pair.length);
    const gate = fewAsks(deps.gate, left(), deps.now);
    await Promise.all(pair.map((person) => ask(person, gate)));
  }
}

/** So many who are there, and all in neither list, tell that their server is turned away: they come first. */
const TELLING = 2;

/** As long an earlier answer stands while somebody else was never asked for. */
const STANDS_DAYS = 7;

/**
 * Those of whom nothing is known yet that a look at home would tell. A later look begins with whom no look has reached:
 * else it would spend all it may ask on the same few. Answers of a week ago are asked for anew before that.
 */
export function openAccounts({ deps, check, people, again, singles }: Asking, facts: ServerFacts): readonly Person[] {
  const view = facts.onOld.view?.known ? unlisted(facts, people) : undefined;
  const found = people.map((person) => withHome(person, singles));
  const unknown = unknownAmong(check, facts, found, view ? 0 : FEW);
  const left = unknown.filter(({ old }) => !old).slice(0, TELLING);
  const now = deps.now().toISOString();
  const isStale = ({ home }: Person): boolean => !(ageInDays(home?.source?.at ?? "", now) < STANDS_DAYS);
  const earlier = new Set(again.map(({ acct }) => acct));
  const never = [...left, ...(view ?? []), ...unknown].filter(({ acct }) => !earlier.has(acct));
  const inOrder = [...again.filter(isStale), ...never, ...again.filter((person) => !isStale(person))];
  const wanted = new Set(inOrder.map(({ acct }) => acct));
  const byAcct = new Map(people.map((person) => [person.acct, person]));
  return [...wanted].flatMap((acct) => (singles.get(acct)?.known ? [] : (byAcct.get(acct) ?? [])));
}

/** Deleted or suspended: one more look tells. */
const isEither = (home: Fact<Home>): boolean => home.known && home.value.state === "closed";

/** Forty in one request, where their addresses have the key to it. */
async function askManyAccounts(asking: Asking, people: readonly Person[]): Promise<void> {
  const { deps, adapter, server, singles } = asking;
  const addresses = people.flatMap(({ acct, uri }) => (uri === undefined || singles.has(acct) ? [] : [uri]));
  const named = await askAtHome(adapter, deps.gate, server, addresses);
  for (const person of people) {
    const home = person.uri === undefined ? undefined : named.get(person.uri)?.home;
    if (home) keep(asking, person, home);
  }
}

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

/** `ask`: by what the account shows, or by its name first. */
async function askSingle(
  { adapter, server, singles }: Asking,
  person: Person,
  gate: Gate,
  ask = askHome,
): Promise<void> {
  singles.set(person.acct, await ask(adapter, gate, whoIs(server, person)));
}

/** One who is missing alone where the move was heard of has most often deleted his account. */
export async function askAlone(asking: Asking, left: number): Promise<void> {
  const alone = aloneAmong(asking.people);
  if (alone) await askSingle(asking, alone, fewAsks(asking.deps.gate, left, asking.deps.now), askHomeByName);
}

/** The look-up alone, where it says enough: how somebody went can wait until all others were asked for. */
async function askWhetherThere(asking: Asking, person: Person, gate: Gate): Promise<void> {
  const { adapter, server } = asking;
  const { user, ...who } = whoIs(server, person);
  if (!adapter.home || user === undefined) return askSingle(asking, person, gate);
  const told = await askHomeByApi(adapter, gate, { ...who, user });
  keep(asking, person, isEither(told) ? told : await askHomeAfter(adapter, told, gate, { ...who, user }));
}

function keep({ singles, either }: Asking, person: Person, home: Fact<Home>): void {
  singles.set(person.acct, home);
  if (isEither(home) && isNamed(person)) either.add(person.acct);
}

/** An address is nobody's name: he is asked for at it alone. */
const whoIs = (server: Asking["server"], person: Person): OneOfTheirs => ({
  server,
  ...(isNamed(person) ? { user: splitAcct(person.acct)[0] } : {}),
  ...defined({ uri: person.uri || undefined }),
});

export function withHome(person: Person, singles: ReadonlyMap<Acct, Fact<Home>>): Person {
  const home = singles.get(person.acct);
  return home ? { ...person, home } : person;
}

function unlisted({ onOld: { view } }: ServerFacts, people: readonly Person[]): readonly Person[] {
  // An empty list that its server does not count as empty may be a masked one.
  if (!view?.known || !view.complete || (view.value.accts.length === 0 && view.value.count !== 0)) return [];
  const { accts, uris } = view.value;
  const listed = new Set([...accts, ...(uris ?? [])]);
  // A view of handles alone says nothing of who has none.
  const isListed = ({ acct, uri }: Person) => listed.has(acct) || (uri !== undefined && listed.has(uri));
  return people.filter(
    (person) =>
      person.old &&
      !person.home &&
      person.in.length === 0 &&
      (isNamed(person) || uris !== undefined) &&
      !isListed(person) &&
      !says(person.old),
  );
}

/** The only one who is missing there, where nothing says what became of him. */
export function aloneAmong(people: readonly Person[]): Person | undefined {
  const [first, ...more] = missingAmong(people);
  return first && !first.home && !(first.old && says(first.old)) && more.length === 0 ? first : undefined;
}

const says = ({ moved, suspended, memorial }: NonNullable<Person["old"]>): boolean =>
  Boolean(moved || suspended || memorial);
