import { z } from "zod";
import { type Fact, gap, known } from "#lib/domain/evidence/fact.ts";
import type { Home } from "#lib/domain/evidence/person.ts";
import type { Account, Actor } from "#lib/domain/evidence/side.ts";
import { readAcct } from "#lib/domain/names/handle.ts";
import type { Gate } from "#lib/domain/ports/gate.ts";
import { defined } from "#lib/flow/defined.ts";
import type { Meant, Question, Server } from "../question/adapter.ts";
import { type Asked, type AskOptions, ask } from "../question/ask.ts";
import { shortText } from "../question/free-text.ts";
import { htmlToText } from "../question/html-text.ts";
import {
  LONGEST_ADDRESS,
  lenient,
  lenientAddress,
  lenientFlag,
  lenientText,
  says,
  silent,
} from "../question/lenient-fields.ts";

export const ACTIVITY_JSON =
  'application/activity+json, application/ld+json; profile="https://www.w3.org/ns/activitystreams"';

/** An actor as published: the two facts about a move, and where its lists are. */
export type ActorDocument = {
  readonly uri: string;
  readonly user?: string;
  /** Undefined: the document does not say. Not the same as "not moved" on software that never says it. */
  readonly movedTo?: string;
  readonly alsoKnownAs: readonly string[];
  /** Accounts it was copied to without a Move (FEP-7628). */
  readonly copiedTo?: readonly string[];
  readonly locked?: boolean;
  readonly followers?: string;
  readonly following?: string;
  readonly display?: string;
  readonly avatar?: string;
  readonly about?: string;
  readonly url?: string;
  readonly bot?: boolean;
  readonly suspended?: boolean;
  readonly memorial?: boolean;
};

/** JSON-LD lets one stand for a list, and an object for its address. */
const address = z.string().max(LONGEST_ADDRESS);
const ref = z.union([address, z.object({ id: address }).transform(({ id }) => id)]);
/** Nobody has more names. */
const MOST_REFS = 100;
const refs = z.union([z.array(z.unknown()), z.unknown().transform((one) => [one])]).transform((items) =>
  items.slice(0, MOST_REFS).flatMap((item) => {
    const read = ref.safeParse(item);
    return read.success ? [read.data] : [];
  }),
);

const ACTOR_TYPES = ["Person", "Service", "Group", "Application", "Organization"] as const;
const Field = z.object({ name: lenientText, value: lenientText });
const Document = z.object({
  id: address,
  type: refs.refine((types) => types.some((type) => (ACTOR_TYPES as readonly string[]).includes(type))),
  preferredUsername: lenientAddress,
  movedTo: lenient(ref),
  alsoKnownAs: lenient(refs),
  copiedTo: lenient(refs),
  manuallyApprovesFollowers: lenientFlag,
  followers: lenient(ref),
  following: lenient(ref),
  name: lenientText,
  summary: lenientText,
  url: lenient(ref),
  icon: lenient(z.object({ url: lenientAddress })),
  attachment: lenient(z.array(Field)),
  suspended: lenientFlag,
  memorial: lenientFlag,
});

type At = Server & { readonly uri: string };
const document: Question<At, ActorDocument> = {
  path: ({ uri }) => uri,
  accept: ACTIVITY_JSON,
  sign: true,
  reads: ({ uri }) =>
    Document.transform((body) => (sameOrigin(uri, body.id) ? says(toDocument(body)) : silent("bad-answer"))),
};

/** Another host's actor in this one's answer is that host's claim to make. */
const sameOrigin = (uri: string, id: string) => URL.parse(id)?.origin === URL.parse(uri)?.origin;

function toDocument(body: z.infer<typeof Document>): ActorDocument {
  const texts = [body.summary, ...(body.attachment ?? []).flatMap(({ name, value }) => [name, value])];
  return {
    uri: body.id,
    alsoKnownAs: body.alsoKnownAs ?? [],
    ...defined({
      user: body.preferredUsername,
      movedTo: body.movedTo || undefined,
      copiedTo: body.copiedTo,
      locked: body.manuallyApprovesFollowers,
      followers: body.followers,
      following: body.following,
      display: shortText(body.name),
      avatar: body.icon?.url,
      about: htmlToText(texts.filter((text) => text).join("<br>")) || undefined,
      url: body.url,
      bot: body.type.includes("Service") || body.type.includes("Application") || undefined,
      suspended: body.suspended,
      memorial: body.memorial,
    }),
  };
}

export async function askActorDocument(gate: Gate, uri: string, options?: AskOptions): Promise<Asked<ActorDocument>> {
  const url = URL.parse(uri);
  if (url?.protocol !== "https:") return { fact: gap("bad-answer"), headers: {}, url: uri };
  return ask(gate, document, { host: url.hostname, webHost: url.hostname, uri }, options);
}

export const readActorDocument = async (gate: Gate, uri: string, options?: AskOptions): Promise<Fact<ActorDocument>> =>
  (await askActorDocument(gate, uri, options)).fact;

/** `publishesMovedTo`: the account's software would say so, had it moved. Else its silence means nothing. */
export function toActor(document: ActorDocument, publishesMovedTo: boolean): Actor {
  const { uri, movedTo, alsoKnownAs, copiedTo } = document;
  const moved = movedTo ?? (publishesMovedTo ? null : undefined);
  return {
    uri,
    alsoKnownAs,
    ...defined({ locked: document.locked, copiedTo }),
    ...(moved === undefined ? {} : { movedTo: moved }),
  };
}

/** The account as far as its actor shows it: what unknown software has instead of an API. */
export function toAccount(document: ActorDocument, server: Server): Meant<Account> {
  const acct = document.user ? readAcct(document.user, server.host) : null;
  if (!acct) return silent("bad-answer");
  const { uri, url, display, avatar, locked, bot, suspended, memorial, movedTo, about } = document;
  return says({ acct, uri, ...defined({ url, display, avatar, locked, bot, suspended, memorial, movedTo, about }) });
}

export function toHome({ suspended, memorial, movedTo }: ActorDocument): Home {
  if (suspended) return { state: "suspended" };
  if (memorial) return { state: "memorial" };
  return movedTo ? { state: "moved", movedTo } : { state: "alive" };
}

/** What an actor says about itself, as a fact of another kind with the same source. */
export function actorAs<Meaning>(
  fact: Fact<ActorDocument>,
  means: (document: ActorDocument) => Meant<Meaning>,
): Fact<Meaning> {
  if (!fact.known) return fact;
  const meant = means(fact.value);
  return "gap" in meant ? gap(meant.gap, fact.source) : known(meant.value, fact.source);
}
