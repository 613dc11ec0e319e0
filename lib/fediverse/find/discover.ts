import { type Fact, gap, known } from "#lib/domain/evidence/fact.ts";
import type { Actor } from "#lib/domain/evidence/side.ts";
import { splitAcct } from "#lib/domain/names/acct.ts";
import type { Acct, Host } from "#lib/domain/names/spellings.ts";
import type { Gate } from "#lib/domain/ports/gate.ts";
import { defined } from "#lib/flow/defined.ts";
import type { Server } from "../question/adapter.ts";
import type { AskOptions } from "../question/ask.ts";
import { type ActorDocument, askActorDocument, toActor } from "./actor.ts";
import { askWebfinger, type Fingered } from "./webfinger.ts";

/** An account found by its handle: who it is, where its server answers, where its actor stands. */
export type FoundAccount = {
  readonly acct: Acct;
  readonly user: string;
  readonly server: Server;
  readonly uri: string;
  readonly profile?: string;
  readonly templates: Fingered["templates"];
};

/** A server of which no more is known than the domain in its handles, and maybe an address of one of its people. */
export function serverAt(host: Host, uri?: string): Server {
  const url = uri === undefined ? null : URL.parse(uri);
  return { host, webHost: url?.protocol === "https:" && url.port === "" ? url.hostname : host };
}

/** From a handle to the account. The subject wins for identity where its own domain confirms it. */
export async function findAccount(
  gate: Gate,
  handle: { readonly user: string; readonly host: Host },
  options?: AskOptions,
): Promise<Fact<FoundAccount>> {
  const acct = `${handle.user.toLowerCase()}@${handle.host}`;
  const typed = await askWebfinger(gate, handle.host, `acct:${handle.user}@${handle.host}`, options);
  // A phone writes the first letter large, and some servers know a name in one spelling only.
  const respelled = !typed.known && typed.gap === "never-met" && handle.user !== handle.user.toLowerCase();
  const asked = respelled ? await askWebfinger(gate, handle.host, `acct:${acct}`, options) : typed;
  return asked.known ? toFound(gate, asked, acct, options) : asked;
}

/** From an address of an account that holds no name. */
export async function findByUrl(gate: Gate, url: string, options?: AskOptions): Promise<Fact<FoundAccount>> {
  const host = URL.parse(url)?.hostname;
  if (!host) return gap("bad-answer");
  const asked = await askWebfinger(gate, host, url, options);
  if (!asked.known) return asked;
  return asked.value.subject ? toFound(gate, asked, asked.value.subject, options) : gap("bad-answer", asked.source);
}

async function toFound(
  gate: Gate,
  { value, source }: Extract<Fact<Fingered>, { known: true }>,
  typed: Acct,
  options?: AskOptions,
): Promise<Fact<FoundAccount>> {
  const { self, subject = typed, profile, templates } = value;
  if (self === undefined) return gap("bad-answer", source);
  const acct = (await confirms(gate, subject, typed, self, options)) ? subject : typed;
  const [user, host] = splitAcct(acct);
  const found = { acct, user, server: serverAt(host, self), uri: self, templates };
  return known(profile === undefined ? found : { ...found, profile }, source);
}

/** Another domain's handle is believed only if that domain names the same actor. */
async function confirms(gate: Gate, subject: Acct, typed: Acct, self: string, options?: AskOptions): Promise<boolean> {
  const [, host] = splitAcct(subject);
  if (host === splitAcct(typed)[1]) return true;
  const asked = await askWebfinger(gate, host, `acct:${subject}`, options);
  return asked.known && asked.value.self === self;
}

/** The actor, and whether its handle leads back to it: servers refuse a Move to an account that fails this. */
export async function askActor(
  gate: Gate,
  found: Pick<FoundAccount, "acct" | "uri">,
  { publishesMovedTo, ...options }: AskOptions & { readonly publishesMovedTo: boolean },
): Promise<Fact<Actor>> {
  const { fact: document, signed } = await askActorDocument(gate, found.uri, options);
  if (!document.known) return document;
  const loopsBack = await askLoopsBack(gate, found.acct, document.value, options);
  const actor = toActor(document.value, publishesMovedTo);
  const unsigned = signed ? undefined : (true as const);
  return known({ ...actor, ...defined({ unsigned, loopsBack }) }, document.source);
}

/** Undefined: a server on the way did not answer, which proves nothing about the handle. */
async function askLoopsBack(
  gate: Gate,
  acct: Acct,
  { uri, user }: ActorDocument,
  options: AskOptions,
): Promise<boolean | undefined> {
  const actorHost = URL.parse(uri)?.hostname ?? "";
  if (user === undefined) return false;
  // The handle was found by its own name, and its WebFinger named this actor: the loop is closed.
  if (acct === `${user.toLowerCase()}@${actorHost}`) return true;
  const asked = await askWebfinger(gate, actorHost, `acct:${user}@${actorHost}`, options);
  if (!asked.known) return asked.gap === "never-met" ? false : undefined;
  return asked.value.self === uri && (asked.value.subject === undefined || asked.value.subject === acct);
}
