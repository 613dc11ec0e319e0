import { z } from "zod";
import { type Fact, type Gap, gap, known, type Missing, NOT_ASKED, type Source } from "#lib/domain/evidence/fact.ts";
import type { Home } from "#lib/domain/evidence/person.ts";
import type { Account } from "#lib/domain/evidence/side.ts";
import type { Gate } from "#lib/domain/ports/gate.ts";
import { defined } from "#lib/flow/defined.ts";
import type { Adapter, Question, Server } from "../question/adapter.ts";
import { type AskOptions, askFact } from "../question/ask.ts";
import { says } from "../question/lenient-fields.ts";
import { type ActorDocument, actorAs, readActorDocument, toAccount, toHome } from "./actor.ts";
import { askWebfinger, type Fingered } from "./webfinger.ts";

/** One of a server's own people. Without a user name he is asked for at his address alone. */
export type Person = { readonly server: Server; readonly user: string; readonly uri?: string };
export type OneOfTheirs = Omit<Person, "user"> & { readonly user?: string };

/** Reasons for which the actor may still say what the API did not. */
const TRY_ACTOR = new Set<Gap>(["needs-login", "not-offered", "bad-answer", "hidden-by-server", "never-met"]);

/** The account as its own server shows it. */
export async function askAccount(
  adapter: Adapter,
  gate: Gate,
  who: Person,
  options?: AskOptions,
): Promise<Fact<Account>> {
  const { server, user, uri } = who;
  const told = await askFact(gate, adapter.account, { ...server, user }, options);
  if (told.known || uri === undefined || !TRY_ACTOR.has(told.gap)) return told;
  const shown = actorAs(await readActorDocument(gate, uri, options), (document) => toAccount(document, server));
  return shown.known || !told.source ? shown : told;
}

/** One follower as the API of his own server answers, and nothing beside it. */
export const askHomeByApi = (
  adapter: Adapter,
  gate: Gate,
  { server, user }: Person,
  options?: AskOptions,
): Promise<Fact<Home>> => askFact(gate, adapter.home, { ...server, user }, options);

/** What became of one follower, by the server he is at home on. Asked only where it decides. */
export async function askHome(
  adapter: Adapter,
  gate: Gate,
  who: OneOfTheirs,
  options?: AskOptions,
): Promise<Fact<Home>> {
  const { server, user, uri } = who;
  if (user === undefined) return askActorHome(adapter, gate, uri, NOT_ASKED, options);
  const shown = adapter.home || !uri ? undefined : await askActorHome(adapter, gate, uri, NOT_ASKED, options);
  if (shown?.known) return shown;
  if (adapter.emptyNameIsNoSign && shown && NOT_BELIEVED.has(shown.gap)) return askPageOf(gate, server, user, options);
  const named = { server, user, ...defined({ uri }) };
  return askHomeAfter(adapter, await askHomeByApi(adapter, gate, named, options), gate, named, { ...options, shown });
}

/** No signature of ours, or none that it takes. */
const NOT_BELIEVED: ReadonlySet<Gap> = new Set(["needs-signature", "signature-refused", "refused-us", "our-fault"]);

/**
 * The same of somebody who has most likely deleted his account: where his server says so of his name, that is one request
 * instead of two.
 */
export async function askHomeByName(
  adapter: Adapter,
  gate: Gate,
  who: OneOfTheirs,
  options?: AskOptions,
): Promise<Fact<Home>> {
  const { user } = who;
  if (user === undefined || !adapter.keepsNames) return askHome(adapter, gate, who, options);
  const named = { ...who, user };
  const fingered = await askName(gate, named, options);
  if (isGone(fingered)) return known({ state: "deleted" }, fingered.source);
  return askHomeAfter(adapter, await askHomeByApi(adapter, gate, named, options), gate, named, {
    ...options,
    fingered,
  });
}

const askName = (gate: Gate, { server, user }: Person, options?: AskOptions): Promise<Fact<Fingered>> =>
  askWebfinger(gate, server.webHost, `acct:${user}@${server.host}`, options);

/** 410 is the server's word that somebody was here and is gone. */
const isGone = (fingered: Fact<Fingered>): fingered is Missing & { readonly source: Source } =>
  !fingered.known && fingered.source?.status === 410;

/** What was asked on the way already: the actor, and what WebFinger says of the name. */
type AskedBefore = { readonly shown?: Fact<Home> | undefined; readonly fingered?: Fact<Fingered> };

/** The rest of the way, where the API's answer is there already. */
export async function askHomeAfter(
  adapter: Adapter,
  told: Fact<Home>,
  gate: Gate,
  who: Person,
  { shown, fingered: earlier, ...options }: AskOptions & AskedBefore = {},
): Promise<Fact<Home>> {
  const { server, uri } = who;
  if (told.known && isKeyOf(server, told.value.movedTo)) {
    return (await askNamedHome(adapter, gate, who, options)) ?? told;
  }
  if (told.known ? !UNDECIDED.has(told.value.state) : told.gap === "unreachable") return told;
  const fingered = earlier ?? (await askName(gate, who, options));
  if (told.known && told.value.state === "closed") return deletedOrSuspended(told, fingered);
  if (!fingered.known) return notFound(adapter, told, fingered, gate, uri, options);
  return shown ?? askActorHome(adapter, gate, uri ?? fingered.value.self, told, options);
}

/** 404 alone may be a typing error, or an old name. */
async function notFound(
  adapter: Adapter,
  told: Fact<Home>,
  fingered: Missing,
  gate: Gate,
  uri: string | undefined,
  options?: AskOptions,
): Promise<Fact<Home>> {
  const { source } = fingered;
  if (isGone(fingered)) return known({ state: "deleted" }, fingered.source);
  // Nobody is called deleted by a 404 alone because nothing was left to ask further.
  if (fingered.gap === "over-budget") return fingered;
  if (told.known && uri !== undefined) return askRenamed(adapter, gate, uri, told, options);
  // Who is deleted has a name that is kept there: of a name that nobody ever had, or that became another, it knows nothing.
  if (adapter.keepsNames && fingered.source?.status === 404) return fingered;
  return told.known || !source || source.status !== 404 ? told : fingered;
}

const UNDECIDED: ReadonlySet<Home["state"]> = new Set(["deleted", "closed"]);

/** The API of a Mastodon says `suspended` of both; WebFinger forgets only who is deleted. */
function deletedOrSuspended(told: Fact<Home>, fingered: Fact<unknown>): Fact<Home> {
  if (fingered.known) return known({ state: "suspended" }, fingered.source);
  return fingered.source?.status === 410 ? known({ state: "deleted" }, fingered.source) : told;
}

/** Nobody is gone while the actor answers, and nothing is known where it cannot be read. */
async function askRenamed(
  adapter: Adapter,
  gate: Gate,
  uri: string,
  told: Fact<Home>,
  options?: AskOptions,
): Promise<Fact<Home>> {
  const shown = await askActorHome(adapter, gate, uri, NOT_ASKED, options);
  return !shown.known && shown.source?.status === 404 ? told : shown;
}

/** Misskey names the new account by a key of its own database. */
const isKeyOf = ({ webHost }: Server, movedTo: string | undefined): boolean =>
  movedTo !== undefined && URL.parse(movedTo)?.hostname === webHost;

/** The actor names the new account by its real address. */
async function askNamedHome(
  adapter: Adapter,
  gate: Gate,
  { uri }: Person,
  options?: AskOptions,
): Promise<Fact<Home> | undefined> {
  const named = await askActorHome(adapter, gate, uri, NOT_ASKED, options);
  return named.known && named.value.state === "moved" ? named : undefined;
}

/** As the actor of a deleted account is left there: a living one has a name unless its owner took it away. */
const isBlank = ({ display, movedTo }: ActorDocument): boolean => !display && !movedTo;

/** The page for people knows nothing of who is gone; deleted or suspended, it does not say. */
const profilePage: Question<Server & { readonly url: string }, Home> = {
  path: ({ url }) => url,
  accept: "text/html",
  text: true,
  reads: () => z.unknown().transform(() => says<Home>({ state: "alive" })),
  statusMeans: { 404: says<Home>({ state: "closed" }) },
};

/** Where no signature of ours is wanted or believed, the page for people is open all the same. */
const askPageOf = (gate: Gate, { webHost }: Server, user: string, options?: AskOptions): Promise<Fact<Home>> =>
  askFact(gate, profilePage, { host: webHost, webHost, url: `https://${webHost}/@${user}` }, options);

async function askPage(gate: Gate, { uri, url }: ActorDocument, options?: AskOptions): Promise<Fact<Home>> {
  const [at, home] = [URL.parse(url ?? ""), URL.parse(uri)];
  if (!at || at.origin !== home?.origin) return gap("not-offered");
  return askFact(gate, profilePage, { host: at.hostname, webHost: at.hostname, url: at.href }, options);
}

async function askActorHome(
  { emptyNameIsNoSign }: Adapter,
  gate: Gate,
  uri: string | undefined,
  told: Fact<Home>,
  options?: AskOptions,
): Promise<Fact<Home>> {
  if (uri === undefined) return told;
  const actor = await readActorDocument(gate, uri, { ...options, about: "follower" });
  if (!actor.known && actor.source?.status === 410) return known({ state: "deleted" }, actor.source);
  if (actor.known && emptyNameIsNoSign && isBlank(actor.value)) return askPage(gate, actor.value, options);
  return actorAs(actor, (document) => ({ value: toHome(document) }));
}
