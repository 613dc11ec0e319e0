import type { Acct, Host, Resolved } from "#lib/domain/evidence/evidence.ts";
import { type Fact, gap, known } from "#lib/domain/evidence/fact.ts";
import type { Gate } from "#lib/domain/ports/gate.ts";
import { defined } from "#lib/flow/defined.ts";
import { serverAt } from "../find/discover.ts";
import { askWebfinger } from "../find/webfinger.ts";
import type { Adapter, Server } from "../question/adapter.ts";
import { type AskOptions, ask } from "../question/ask.ts";

export type ResolveAnswer = { readonly fact: Fact<Resolved>; readonly until?: string };

/**
 * Whether a server looks another one up for its own people. The account of that server as a whole is asked for, so that
 * nobody is named, and only where its WebFinger answers us too: else an empty answer would say nothing. On Mastodon that
 * account is open to all, also to servers that it shuts out; of others it is not known, so that only a find tells.
 */
export async function askResolve(
  { signedIn }: Adapter,
  gate: Gate,
  by: Server,
  { host, isMastodon }: { readonly host: Host; readonly isMastodon: boolean },
  options: AskOptions,
): Promise<ResolveAnswer> {
  const question = signedIn?.resolve;
  if (!question) return { fact: gap("not-offered") };
  const acct: Acct = `${host}@${host}`;
  const itself = await askWebfinger(gate, host, `acct:${acct}`);
  if (!itself.known) return { fact: gap(itself.gap, itself.source) };
  const { self } = itself.value;
  if (self === undefined) return { fact: gap("not-offered", itself.source) };
  const { fact, until } = await ask(gate, question, { ...by, acct }, options);
  if (!fact.known) return { fact, ...defined({ until }) };
  const { seen, limited } = fact.value;
  if (seen !== "known" && !isMastodon) return { fact: gap("not-offered", fact.source) };
  const oneName = serverAt(host, self).webHost === host;
  return { fact: known({ found: seen === "known", oneName, ...defined({ limited }) }, fact.source) };
}
