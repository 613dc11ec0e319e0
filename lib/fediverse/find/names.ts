import { type Fact, gap, known } from "#lib/domain/evidence/fact.ts";
import type { Home } from "#lib/domain/evidence/person.ts";
import { readAcct } from "#lib/domain/names/handle.ts";
import type { Acct } from "#lib/domain/names/spellings.ts";
import type { Gate } from "#lib/domain/ports/gate.ts";
import type { Adapter, AtHome, Server } from "../question/adapter.ts";
import { type AskOptions, ask } from "../question/ask.ts";
import { readActorDocument } from "./actor.ts";

/** What a server says about one of its own people, who was known to us by the address of his actor. */
export type Named = { readonly acct: Acct; readonly home?: Fact<Home> };
export type Names = ReadonlyMap<string, Named>;

/** No real address is longer, and reading a longer one takes time. */
const LONGEST_ADDRESS = 2_048;

/** The part of an address that a pattern of this software takes out of it, if the address is one of this server's. */
function partOf(pattern: RegExp | undefined, server: Server, address: string): string | undefined {
  if (address.length > LONGEST_ADDRESS) return undefined;
  const url = URL.parse(address);
  const isTheirs = url?.protocol === "https:" && (url.hostname === server.webHost || url.hostname === server.host);
  return pattern && isTheirs ? pattern.exec(url.pathname)?.[1] : undefined;
}

/** The key by which a server answers for many of its people in one request. */
const keyIn = ({ atHome }: Adapter, server: Server, address: string | undefined): string | undefined =>
  address === undefined ? undefined : partOf(atHome?.keyIn, server, address);

export const hasKey = (adapter: Adapter, server: Server, address: string | undefined): boolean =>
  keyIn(adapter, server, address) !== undefined;

/** Where its addresses are made of names, this software needs no question for them. */
export function namesIn({ nameIn }: Adapter, server: Server, addresses: readonly string[]): Names {
  return new Map(
    addresses.flatMap((address) => {
      const user = partOf(nameIn, server, address);
      const acct = user === undefined ? null : readAcct(user, server.host);
      return acct ? [[address, { acct }] as const] : [];
    }),
  );
}

/** As many as one request takes, by their keys: their names, and what became of them. Who is not in the answer is left out. */
export async function askAtHome(
  adapter: Adapter,
  gate: Gate,
  server: Server,
  addresses: readonly string[],
  options?: AskOptions,
): Promise<Names> {
  const { atHome } = adapter;
  if (!atHome) return new Map();
  const byKey = new Map(addresses.flatMap((address) => pairOf(keyIn(adapter, server, address), address)));
  const keys = [...byKey.keys()].slice(0, atHome.most);
  if (keys.length === 0) return new Map();
  const { fact } = await ask(gate, atHome.question, { ...server, keys }, options);
  if (!fact.known) return new Map();
  const asked = ({ key }: AtHome) => byKey.get(key);
  return new Map(
    fact.value.flatMap((one) => {
      const named = { acct: one.acct, home: known(one.home, fact.source) };
      return pairOf(asked(one), named);
    }),
  );
}

const pairOf = <Key, Value>(key: Key | undefined, value: Value): readonly (readonly [Key, Value])[] =>
  key === undefined ? [] : [[key, value]];

/** One by one, where nothing cheaper names them: an actor says its own name. */
export async function askActorName(
  gate: Gate,
  server: Server,
  address: string,
  options?: AskOptions,
): Promise<Fact<Acct>> {
  const document = await readActorDocument(gate, address, options);
  if (!document.known) return document;
  const acct = document.value.user ? readAcct(document.value.user, server.host) : null;
  return acct ? known(acct, document.source) : gap("bad-answer", document.source);
}
