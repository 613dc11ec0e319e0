import { type Fact, gap, known } from "#lib/domain/evidence/fact.ts";
import type { Acct, Host } from "#lib/domain/names/spellings.ts";
import type { Gate } from "#lib/domain/ports/gate.ts";
import { defined } from "#lib/flow/defined.ts";
import { askWebfinger } from "../find/webfinger.ts";
import type { Adapter, Server } from "../question/adapter.ts";
import { type AskOptions, ask } from "../question/ask.ts";
import { givesStrangers } from "./gives-strangers.ts";

export type GivenAnswer = { readonly given: Fact<boolean>; readonly until?: string };
type Who = { readonly acct: Acct; readonly host: Host };

/**
 * Whether a server gives one of its people to another one that asks with its own signature. Asked only where strangers
 * are refused the very same document: a server that gives it to everybody gives it to those whom it shuts out too.
 */
export async function askGiven(
  { signedIn }: Adapter,
  gate: Gate,
  by: Server,
  { acct, host }: Who,
  options: AskOptions,
): Promise<GivenAnswer> {
  const question = signedIn?.fetch;
  if (!question) return { given: gap("not-offered") };
  const named = await askWebfinger(gate, host, `acct:${acct}`);
  if (!named.known) return { given: gap(named.gap, named.source) };
  const { self } = named.value;
  if (self === undefined || (await givesStrangers(gate, self)) !== "no")
    return { given: gap("not-offered", named.source) };
  const { fact, until } = await ask(gate, question, { ...by, uri: self }, options);
  return { given: fact.known ? known(fact.value.seen === "known", fact.source) : fact, ...defined({ until }) };
}
