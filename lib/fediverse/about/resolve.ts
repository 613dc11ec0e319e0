import type { Resolved } from "#lib/domain/evidence/answers.ts";
import { type Fact, gap, known } from "#lib/domain/evidence/fact.ts";
import type { Acct, Host } from "#lib/domain/names/spellings.ts";
import type { Gate } from "#lib/domain/ports/gate.ts";
import { defined } from "#lib/flow/defined.ts";
import { serverAt } from "../find/discover.ts";
import { askWebfinger } from "../find/webfinger.ts";
import type { Adapter, Server } from "../question/adapter.ts";
import { type AskOptions, ask, askFact } from "../question/ask.ts";
import { givesStrangers } from "./gives-strangers.ts";

export type ResolveAnswer = { readonly fact: Fact<Resolved>; readonly until?: string };
/**
 * `person`: somebody there, for a server that has no name as a whole. `givesItselfToAll`: it gives that name to every
 * server, also to those that it shuts out.
 */
export type Named = { readonly host: Host; readonly givesItselfToAll: boolean; readonly person?: Acct };

/** `tellsMissing`: whether the server that is asked says of a name which nobody has that it looked for it. */
export type ResolveOptions = AskOptions & { readonly tellsMissing?: () => Promise<boolean> };

/**
 * Whether a server looks another one up for its own people. The account of that server as a whole is asked for, so that
 * nobody is named, where its WebFinger knows such a name; else one person. Both only where we find them too: else an empty
 * answer would say nothing.
 */
export async function askResolve(
  { signedIn }: Pick<Adapter, "signedIn">,
  gate: Gate,
  by: Server,
  named: Named,
  { tellsMissing, ...options }: ResolveOptions,
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
  const isOneHost = serverAt(named.host, self).webHost === named.host;
  if (!found && !(await isForAll(gate, named, self)))
    return (
      (await askBelow({ signedIn }, gate, by, { host: named.host, isOneHost, tellsMissing }, options)) ?? {
        fact: gap("not-offered", fact.source),
      }
    );
  const oneName = isOneHost && acct === itself(named.host);
  return { fact: known({ found, oneName, ...defined({ limited }) }, fact.source) };
}

const itself = (host: Host): Acct => `${host}@${host}`;

async function findSomeone(gate: Gate, { host, givesItselfToAll, person }: Named) {
  const whole = await askWebfinger(gate, host, `acct:${itself(host)}`);
  if (whole.known && whole.value.self !== undefined) return { acct: itself(host), self: whole.value.self };
  const why = whole.known ? gap("not-offered", whole.source) : whole;
  // Whoever is down or slow is so for everybody.
  const isNameless = why.gap === "never-met" || why.gap === "not-offered";
  if (givesItselfToAll || person === undefined || !isNameless) return why;
  const one = await askWebfinger(gate, host, `acct:${person}`);
  if (!one.known) return one;
  return one.value.self === undefined ? why : { acct: person, self: one.value.self };
}

/**
 * Who is not found although he is given to everybody is kept out by the one that looked for him.
 */
const isForAll = async (gate: Gate, { givesItselfToAll }: Named, self: string): Promise<boolean> =>
  givesItselfToAll || (await givesStrangers(gate, self)) === "yes";

const MISSING = "no-such-name";
/** Kept free for ever: no server has it, and no block is meant by it. */
const NOWHERE = `${MISSING}.invalid`;

/** Not all versions were seen to say so, and one that talks to named servers alone looks for nobody else. */
export async function tellsOfMissing(
  { signedIn }: Pick<Adapter, "signedIn">,
  gate: Gate,
  by: Server,
  options: AskOptions,
): Promise<boolean> {
  const told = await askFact(gate, signedIn?.missing, { ...by, missing: NOWHERE }, options);
  return told.known && told.value === "looked-for";
}

type Below = {
  readonly host: Host;
  readonly isOneHost: boolean;
  readonly tellsMissing: ResolveOptions["tellsMissing"] | undefined;
};

/**
 * Who is not found may be kept out by either side. A name below that server which nobody has tells which: no answer of
 * the other side is needed for it. Only where we find no such name ourselves.
 */
async function askBelow(
  { signedIn }: Pick<Adapter, "signedIn">,
  gate: Gate,
  by: Server,
  { host, isOneHost, tellsMissing }: Below,
  options: AskOptions,
): Promise<ResolveAnswer | undefined> {
  const missing = `${MISSING}.${host}`;
  if (!signedIn?.missing || !(await tellsMissing?.()) || !(await isNobodys(gate, missing))) return undefined;
  const { fact, until } = await ask(gate, signedIn.missing, { ...by, missing }, options);
  if (!fact.known) return { fact, ...defined({ until }) };
  return { fact: known({ found: fact.value === "looked-for", oneName: isOneHost, below: true }, fact.source) };
}

async function isNobodys(gate: Gate, host: Host): Promise<boolean> {
  const reply = await gate.ask({ url: `https://${host}/`, as: "text" });
  return !reply.ok && reply.why === "dns";
}
