import type { Acct, Host } from "#lib/domain/evidence/evidence.ts";
import { type Fact, gap, known } from "#lib/domain/evidence/fact.ts";
import type { Gate } from "#lib/domain/ports/gate.ts";
import { defined } from "#lib/flow/defined.ts";
import { askWebfinger } from "../find/webfinger.ts";
import type { Adapter, Server } from "../question/adapter.ts";
import { type AskOptions, ask } from "../question/ask.ts";

/** `found` says that the asking server has the account, whoever it is given to. */
export type GivenAnswer = { readonly given: Fact<boolean>; readonly found: boolean; readonly until?: string };
/** `anyway`: also where the server gives its people to everybody, because it is not known whether the asker shuts it out. */
type Who = { readonly acct: Acct; readonly host: Host; readonly anyway: boolean };

/**
 * Whether a server gives one of its people to another one that asks with its own signature. Asked only where strangers
 * are refused the very same document: a server that gives it to everybody gives it to those whom it shuts out too.
 */
export async function askGiven(
  { signedIn }: Adapter,
  gate: Gate,
  by: Server,
  { acct, host, anyway }: Who,
  options: AskOptions,
): Promise<GivenAnswer> {
  const question = signedIn?.fetch;
  if (!question) return { given: gap("not-offered"), found: false };
  const named = await askWebfinger(gate, host, `acct:${acct}`);
  if (!named.known) return { given: gap(named.gap, named.source), found: false };
  const { self } = named.value;
  const picky = self !== undefined && (await refusesStrangers(gate, self));
  if (self === undefined || !(picky || anyway)) return { given: gap("not-offered", named.source), found: false };
  const { fact, until } = await ask(gate, question, { ...by, uri: self }, options);
  if (!fact.known) return { given: fact, found: false, ...defined({ until }) };
  const found = fact.value.seen === "known";
  return { given: picky ? known(found, fact.source) : gap("not-offered", fact.source), found };
}

/** Unsigned on purpose. */
async function refusesStrangers(gate: Gate, url: string): Promise<boolean> {
  const reply = await gate.ask({ url, accept: "application/activity+json", about: "follower", as: "text" });
  return reply.ok && (reply.status === 401 || reply.status === 403);
}
