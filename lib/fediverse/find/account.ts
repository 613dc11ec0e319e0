import type { Account, Home } from "#lib/domain/evidence/evidence.ts";
import { type Fact, type Gap, known, NOT_ASKED } from "#lib/domain/evidence/fact.ts";
import type { Gate } from "#lib/domain/ports/gate.ts";
import type { Adapter, Server } from "../question/adapter.ts";
import { type AskOptions, askFact } from "../question/ask.ts";
import { actorAs, readActorDocument, toAccount, toHome } from "./actor.ts";
import { askWebfinger } from "./webfinger.ts";

/** One of a server's own people. */
export type Person = { readonly server: Server; readonly user: string; readonly uri?: string };

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
export async function askHome(adapter: Adapter, gate: Gate, who: Person, options?: AskOptions): Promise<Fact<Home>> {
  const shown = adapter.home || !who.uri ? undefined : await askActorHome(gate, who.uri, NOT_ASKED, options);
  if (shown?.known) return shown;
  return askHomeAfter(await askHomeByApi(adapter, gate, who, options), gate, who, { ...options, shown });
}

/** The rest of the way, where the API's answer is there already. `shown`: the actor, where it was asked first. */
export async function askHomeAfter(
  told: Fact<Home>,
  gate: Gate,
  who: Person,
  { shown, ...options }: AskOptions & { readonly shown?: Fact<Home> | undefined } = {},
): Promise<Fact<Home>> {
  const { server, user } = who;
  if (told.known && isKeyOf(server, told.value.movedTo)) return (await askNamedHome(gate, who, options)) ?? told;
  if (told.known ? told.value.state !== "deleted" : told.gap === "unreachable") return told;
  const fingered = await askWebfinger(gate, server.webHost, `acct:${user}@${server.host}`, options);
  // 410 is the server's word that somebody was here and is gone; 404 alone may be a typing error.
  if (!fingered.known) {
    const { source } = fingered;
    if (source?.status === 410) return known({ state: "deleted" }, source);
    return told.known || !source || source.status !== 404 ? told : fingered;
  }
  return shown ?? askActorHome(gate, who.uri ?? fingered.value.self, told, options);
}

/** Misskey names the new account by a key of its own database. */
const isKeyOf = ({ webHost }: Server, movedTo: string | undefined): boolean =>
  movedTo !== undefined && URL.parse(movedTo)?.hostname === webHost;

/** The actor names the new account by its real address. */
async function askNamedHome(gate: Gate, { uri }: Person, options?: AskOptions): Promise<Fact<Home> | undefined> {
  const named = await askActorHome(gate, uri, NOT_ASKED, options);
  return named.known && named.value.state === "moved" ? named : undefined;
}

async function askActorHome(
  gate: Gate,
  uri: string | undefined,
  told: Fact<Home>,
  options?: AskOptions,
): Promise<Fact<Home>> {
  if (uri === undefined) return told;
  const actor = await readActorDocument(gate, uri, { ...options, about: "follower" });
  if (!actor.known && actor.source?.status === 410) return known({ state: "deleted" }, actor.source);
  return actorAs(actor, (document) => ({ value: toHome(document) }));
}
