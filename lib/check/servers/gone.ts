import type { ServerFacts } from "#lib/domain/evidence/evidence.ts";
import { type Fact, known } from "#lib/domain/evidence/fact.ts";
import type { Person } from "#lib/domain/evidence/person.ts";
import type { Life } from "#lib/domain/evidence/server.ts";
import { isNamed } from "#lib/domain/names/address.ts";
import { readActorDocument } from "#lib/fediverse/find/actor.ts";
import { askWebfinger } from "#lib/fediverse/find/webfinger.ts";
import type { Server } from "#lib/fediverse/question/adapter.ts";
import type { Asker } from "./kept-answers.ts";

const isGone = (fact: Fact<unknown> | undefined): boolean => fact?.known === false && fact.source?.status === 410;

/** A server that closed for good says so of itself, of names and of actors. One 410 alone may be a page that was taken away. */
export async function confirmGone(
  { gate }: Pick<Asker, "gate">,
  server: Server,
  life: Fact<Life>,
  people: readonly Person[],
): Promise<Fact<Life>> {
  if (!life.known || life.source.status !== 410) return life;
  const person = people.find((one) => one.uri !== undefined && isNamed(one));
  if (person?.uri === undefined) return life;
  const finger = await askWebfinger(gate, server.host, `acct:${person.acct}`);
  const actor = isGone(finger) ? await readActorDocument(gate, person.uri) : undefined;
  return isGone(actor) ? known({ state: "gone", by: "everything" }, life.source) : life;
}

/**
 * A Mastodon that closes itself down answers 410 for its API and its actors, and goes on describing itself. `people`:
 * lists have named the address of one of them, so that the actor was there before.
 */
export async function findClosedDown(
  { gate }: Pick<Asker, "gate">,
  { onOld, onTarget, instance }: ServerFacts,
  people: readonly Person[],
): Promise<Fact<Life> | undefined> {
  const answers = [instance, ...[onOld, ...Object.values(onTarget)].flatMap(({ sight, list }) => [sight, list])];
  const uri = people.find((person) => person.uri !== undefined)?.uri;
  if (uri === undefined || !answers.some(isGone)) return undefined;
  const actor = await readActorDocument(gate, uri);
  if (actor.known || actor.source?.status !== 410) return undefined;
  return known({ state: "gone", by: "api-and-actors" }, actor.source);
}
