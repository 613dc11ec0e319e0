import type { Fact } from "#lib/domain/evidence/fact.ts";
import type { Account, Actor, Side } from "#lib/domain/evidence/side.ts";
import type { Gate } from "#lib/domain/ports/gate.ts";
import { type ActorDocument, readActorDocument } from "#lib/fediverse/find/actor.ts";
import type { Confirmation, Confirmed, ShareAccount, ShareData } from "#lib/store/tables/types.ts";

/** Whether the two accounts name each other, by what the check has read. */
export function confirmationIn(old: Side, target: Side, at: string): Confirmation {
  return { oldPointsToNew: pointsTo(old, target), newNamesOld: names(target.actor, uriOf(old)), at };
}

export const mergeConfirmation = (before: Confirmation, later: Confirmation): Confirmation => ({
  oldPointsToNew: later.oldPointsToNew === "unknown" ? before.oldPointsToNew : later.oldPointsToNew,
  newNamesOld: later.newNamesOld === "unknown" ? before.newNamesOld : later.newNamesOld,
  ...provenIn(before.oldProven ? before : later),
  at: later.at,
});

const provenIn = ({ oldProven }: Confirmation): Pick<Confirmation, "oldProven"> => (oldProven ? { oldProven } : {});

/**
 * Nobody is said to have moved who has not said so: the old account points to the new one, or its owner makes the page.
 * What the new one says is not enough, anybody can name a stranger's account as their former one.
 */
export const isBelievable = (confirmation: Confirmation): boolean =>
  confirmation.oldPointsToNew === "yes" ? confirmation.newNamesOld !== "no" : isMutual(confirmation);
export const isMutual = ({ oldPointsToNew, newNamesOld, oldProven }: Confirmation): boolean =>
  newNamesOld === "yes" && (oldPointsToNew === "yes" || (oldPointsToNew === "unknown" && oldProven === true));

/** Asks both accounts again. A server that does not answer takes nothing back. */
export async function askConfirmation(gate: Gate, data: ShareData, at: string): Promise<Confirmation> {
  const [old, target] = await Promise.all([askActor(gate, data.old), askActor(gate, data.new)]);
  const { oldPointsToNew, newNamesOld } = data.confirmation;
  const targets = [data.new.uri, data.new.url];
  return {
    oldPointsToNew: later(
      oldPointsToNew,
      old,
      (actor) => actor.movedTo !== undefined && targets.includes(actor.movedTo),
    ),
    newNamesOld: later(newNamesOld, target, (actor) => actor.alsoKnownAs.some((name) => name === data.old.uri)),
    ...provenIn(data.confirmation),
    at,
  };
}

const askActor = (gate: Gate, { uri }: ShareAccount): Promise<Fact<ActorDocument> | null> =>
  uri ? readActorDocument(gate, uri, { own: true }) : Promise.resolve(null);

const GONE = new Set<number | undefined>([404, 410]);

function later(
  before: Confirmed,
  fact: Fact<ActorDocument> | null,
  holds: (actor: ActorDocument) => boolean,
): Confirmed {
  if (fact?.known) return holds(fact.value) ? "yes" : before === "yes" ? "no" : before;
  return fact && GONE.has(fact.source?.status) ? "no" : before;
}

function pointsTo(old: Side, target: Side): Confirmed {
  const said = [movedToOf(old.actor), movedToOf(old.account)].find((movedTo) => movedTo !== undefined);
  if (said === undefined) return "unknown";
  return said !== null && namesOf(target).includes(said.toLowerCase()) ? "yes" : "no";
}

const movedToOf = (fact: Fact<Actor> | Fact<Account>): string | null | undefined =>
  fact.known ? fact.value.movedTo : undefined;

function names(actor: Fact<Actor>, uri: string | undefined): Confirmed {
  if (!actor.known || !actor.value.alsoKnownAs || uri === undefined) return "unknown";
  return actor.value.alsoKnownAs.includes(uri) ? "yes" : "no";
}

export const uriOf = ({ actor, account }: Side): string | undefined =>
  actor.known ? actor.value.uri : account.known ? account.value.uri : undefined;

function namesOf(side: Side): readonly string[] {
  const account = side.account.known ? side.account.value : undefined;
  const all = [uriOf(side), account?.uri, account?.url, side.acct, account?.acct];
  return all.flatMap((name) => (name ? [name.toLowerCase()] : []));
}
