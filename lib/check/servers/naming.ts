import type { Person } from "#lib/domain/evidence/person.ts";
import { serverOf, splitAcct } from "#lib/domain/names/acct.ts";
import { isAddress } from "#lib/domain/names/address.ts";
import { readAcct } from "#lib/domain/names/handle.ts";
import type { Acct, Host } from "#lib/domain/names/spellings.ts";
import { askActorName, askAtHome, type Named, namesIn } from "#lib/fediverse/find/names.ts";
import { related } from "#lib/fediverse/find/related-hosts.ts";
import { askWebfinger } from "#lib/fediverse/find/webfinger.ts";
import type { Adapter, Server } from "#lib/fediverse/question/adapter.ts";
import type { Naming } from "#lib/store/check/people/names.ts";
import type { Asker } from "./kept-answers.ts";

/** A request names forty or a hundred; on a server with more, the rest is named by its lists or not at all. */
const MOST_BATCHES = 2;
/** One request each. */
const FEW = 2;

/** How people without a name are found out about, and where what was found is kept. */
export type Nameless = {
  /** Addresses on this server or on one above or below it, of people who do not count yet too. */
  readonly around: () => Promise<readonly string[]>;
  /** Handles of domains above or below this server, of people whose address nobody has told. */
  readonly handles: () => Promise<readonly Acct[]>;
  readonly give: (namings: readonly Naming[]) => Promise<void>;
};

type On = { readonly asker: Pick<Asker, "gate">; readonly adapter: Adapter; readonly server: Server };

/**
 * Names for the people whom a list named by address alone, the cheapest first: out of the address where its software
 * makes addresses of names, many in one request, and at last the actors of a few.
 */
export async function nameThem(on: On, nameless: Nameless): Promise<boolean> {
  const { asker, adapter, server } = on;
  const theirs = (await nameless.around()).filter((address) => isOn(server, address));
  if (theirs.length === 0) return false;
  const found = new Map<string, Named>(namesIn(adapter, server, theirs));
  for (let batch = 0; batch < MOST_BATCHES; batch++) {
    const named = await askAtHome(adapter, asker.gate, server, unnamed(theirs, found));
    for (const [address, one] of named) found.set(address, one);
    if (named.size === 0) break;
  }
  for (const address of unnamed(theirs, found).slice(0, FEW)) {
    const acct = await askActorName(asker.gate, server, address);
    if (acct.known) found.set(address, { acct: acct.value });
  }
  const domain = await domainOf(on, nameless, found);
  await nameless.give([...found].map(([address, one]) => ({ address, ...one, acct: under(domain, one.acct) })));
  return found.size > 0;
}

/**
 * A name found here may be known to other lists by a domain of handles that leads here. Where somebody of the same user
 * name is, that domain is asked whether it means this very address: then it is what follows the @ for all of them.
 */
async function domainOf({ asker, server }: On, nameless: Nameless, found: ReadonlyMap<string, Named>): Promise<Host> {
  if (found.size === 0) return server.host;
  const byUser = new Map((await nameless.handles()).map((acct) => [splitAcct(acct)[0], acct]));
  for (const [address, { acct }] of found) {
    const handle = byUser.get(splitAcct(acct)[0]);
    if (handle === undefined) continue;
    const told = await askWebfinger(asker.gate, serverOf(handle), `acct:${handle}`);
    return told.known && told.value.self === address ? serverOf(handle) : server.host;
  }
  return server.host;
}

const under = (domain: Host, acct: Acct): Acct => readAcct(splitAcct(acct)[0], domain) ?? acct;

const unnamed = (addresses: readonly string[], found: ReadonlyMap<string, unknown>): readonly string[] =>
  addresses.filter((address) => !found.has(address));

const isOn = ({ host, webHost }: Server, address: string): boolean => {
  const named = URL.parse(address)?.hostname;
  return named === host || named === webHost;
};

/** Of a handle's domain that leads on to another host: there and back, and the robots.txt of the domain. */
const LED_ON = 2 * FEW + 1;

/** Is left of a server's budget for the question below, where somebody may be hidden behind an address. */
export async function keptForAddresses({ host, webHost }: Server, { around }: Nameless): Promise<number> {
  if ((await around()).length === 0) return 0;
  return host === webHost ? FEW : LED_ON;
}

/**
 * The other way round: whom a list from before names, and an address that nobody has named may be his. His own server's
 * WebFinger tells; asked only where there are such addresses.
 */
export async function findAddresses(
  { gate }: Pick<Asker, "gate">,
  server: Server,
  people: readonly Person[],
  nameless: readonly string[],
): Promise<ReadonlyMap<Acct, string>> {
  const found = new Map<Acct, string>();
  const mayBe = nameless.some((address) => related(server.host, URL.parse(address)?.hostname ?? ""));
  const asked = mayBe
    ? people.filter(({ acct, uri, in: lists }) => !uri && lists.length === 0 && !isAddress(acct))
    : [];
  for (const { acct } of asked.slice(0, FEW)) {
    const told = await askWebfinger(gate, server.host, `acct:${acct}`);
    if (told.known && told.value.self) found.set(acct, told.value.self);
  }
  return found;
}
