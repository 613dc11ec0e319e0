import type { ServerFacts } from "#lib/domain/evidence/evidence.ts";
import type { Fact } from "#lib/domain/evidence/fact.ts";
import type { Home, Person } from "#lib/domain/evidence/person.ts";
import { splitAcct } from "#lib/domain/names/acct.ts";
import { isNamed } from "#lib/domain/names/address.ts";
import type { Gate } from "#lib/domain/ports/gate.ts";
import { askHome, askHomeAfter, askHomeByApi, askHomeByName } from "#lib/fediverse/find/account.ts";
import { askAtHome, hasKey } from "#lib/fediverse/find/names.ts";
import { HOME_COST } from "#lib/fediverse/order/order.ts";
import { fewAsks } from "#lib/fediverse/question/few-asks.ts";
import { aloneAmong, openAccounts } from "./open-accounts.ts";
import type { Asking } from "./visit.ts";
import { whoIs } from "./who-is.ts";

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
  const isMany = open.length > withoutKey.length && left() > 0;
  const many = isMany ? askManyAccounts(asking, open) : undefined;
  // It tells of most people: the others are asked when it is counted, and leave room for it.
  await many?.counted;
  // A host is asked two things at a time: a pair beside the one request would be waited for twice.
  await Promise.all([many?.told, askByName(withoutKey, isMany ? 1 : SIDE_BY_SIDE)]);
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

/** Deleted or suspended: one more look tells. */
const isEither = (home: Fact<Home>): boolean => home.known && home.value.state === "closed";

/** `counted`: the request was handed to whoever counts, or none was needed. `told`: its answer is kept. */
type Many = { readonly counted: Promise<void>; readonly told: Promise<void> };

/** Forty in one request, where their addresses have the key to it. */
function askManyAccounts(asking: Asking, people: readonly Person[]): Many {
  const handedOn = Promise.withResolvers<void>();
  const gate: Gate = {
    ask(ask) {
      const reply = asking.deps.gate.ask(ask);
      handedOn.resolve();
      return reply;
    },
  };
  const told = keepManyAccounts(asking, people, gate);
  return { counted: Promise.race([handedOn.promise, told]), told };
}

async function keepManyAccounts(asking: Asking, people: readonly Person[], gate: Gate): Promise<void> {
  const { adapter, server, singles, askedByKey } = asking;
  const isNew = ({ acct, uri }: Person): boolean => !singles.has(acct) && !askedByKey.has(uri ?? "");
  const addresses = people.filter(isNew).flatMap(({ uri }) => (uri === undefined ? [] : [uri]));
  for (const address of addresses) askedByKey.add(address);
  const named = await askAtHome(adapter, gate, server, addresses);
  for (const person of people) {
    const home = person.uri === undefined ? undefined : named.get(person.uri)?.home;
    if (home) keep(asking, person, home);
  }
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
  const told = asking.toldByApi.get(person.acct) ?? (await askHomeByApi(adapter, gate, { ...who, user }));
  asking.toldByApi.set(person.acct, told);
  keep(asking, person, isEither(told) ? told : await askHomeAfter(adapter, told, gate, { ...who, user }));
}

function keep({ singles, either }: Asking, person: Person, home: Fact<Home>): void {
  singles.set(person.acct, home);
  if (isEither(home) && isNamed(person)) either.add(person.acct);
}
