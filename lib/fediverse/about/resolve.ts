import type { Acct, Host, Resolved } from "#lib/domain/evidence/evidence.ts";
import { type Fact, gap, known } from "#lib/domain/evidence/fact.ts";
import type { Gate } from "#lib/domain/ports/gate.ts";
import { defined } from "#lib/flow/defined.ts";
import { serverAt } from "../find/discover.ts";
import { askWebfinger } from "../find/webfinger.ts";
import type { Adapter, Server } from "../question/adapter.ts";
import { type AskOptions, ask } from "../question/ask.ts";
import { givesStrangers } from "./gives-strangers.ts";

export type ResolveAnswer = { readonly fact: Fact<Resolved>; readonly until?: string };
/** `person`: somebody there, for a server that has no name as a whole. */
export type Named = { readonly host: Host; readonly isMastodon: boolean; readonly person?: Acct };

/**
 * Whether a server looks another one up for its own people. The account of that server as a whole is asked for, so that
 * nobody is named, where its WebFinger knows such a name; else one person. Both only where we find them too: else an empty
 * answer would say nothing.
 */
export async function askResolve(
  { signedIn }: Adapter,
  gate: Gate,
  by: Server,
  named: Named,
  options: AskOptions,
): Promise<ResolveAnswer> {
  const question = signedIn?.resolve;
  if (!question) return { fact: gap("not-offered") };
  const someone = await findSomeone(gate, named);
  if ("gap" in someone) return { fact: gap(someone.gap, someone.source) };
  const { acct, self } = someone;
  const { fact, until } = await ask(gate, question, { ...by, acct }, options);
  if (!fact.known) return { fact, ...defined({ until }) };
  const { seen, limited } = fact.value;
  const found = seen === "known";
  if (!found && !(await isForAll(gate, named, self))) return { fact: gap("not-offered", fact.source) };
  const oneName = serverAt(named.host, self).webHost === named.host && acct === itself(named.host);
  return { fact: known({ found, oneName, ...defined({ limited }) }, fact.source) };
}

const itself = (host: Host): Acct => `${host}@${host}`;

async function findSomeone(gate: Gate, { host, isMastodon, person }: Named) {
  const whole = await askWebfinger(gate, host, `acct:${itself(host)}`);
  if (whole.known && whole.value.self !== undefined) return { acct: itself(host), self: whole.value.self };
  const why = whole.known ? gap("not-offered", whole.source) : whole;
  // Whoever is down or slow is so for everybody.
  const isNameless = why.gap === "never-met" || why.gap === "not-offered";
  if (isMastodon || person === undefined || !isNameless) return why;
  const one = await askWebfinger(gate, host, `acct:${person}`);
  if (!one.known) return one;
  return one.value.self === undefined ? why : { acct: person, self: one.value.self };
}

/**
 * Who is not found although he is given to everybody is kept out by the one that looked for him. A Mastodon gives its
 * account as a whole to all, also to servers that it shuts out.
 */
const isForAll = async (gate: Gate, { isMastodon }: Named, self: string): Promise<boolean> =>
  isMastodon || (await givesStrangers(gate, self)) === "yes";
