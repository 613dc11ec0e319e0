import { type Fact, isUntried, type Known } from "../evidence/fact.ts";
import type { Side } from "../evidence/side.ts";
import type { Stance } from "../evidence/stance.ts";
import { foldYoung } from "../readings/old.ts";
import { isFine } from "../readings/walls/f-on-target.ts";
import { stanceCertainty } from "../readings/walls/weigh.ts";
import { isOneOf, namesOf, redirectsOf } from "./pointer.ts";
import { type Finder, type FindingBasis, found, type Scene, said } from "./scene.ts";

/** Nobody can follow the new account. */
const KEEPS_ALL = { isReasonForAll: true, keepsOldServerToo: true } as const;

/** Findings about the two accounts and what stands between them. */
export const ACCOUNT_FINDINGS: readonly Finder[] = [
  { id: "move-not-started", find: notStarted },
  { id: "moved-elsewhere", find: elsewhere },
  { id: "swapped", find: swapped },
  { id: "alias-missing", find: aliasMissing, isReasonForAll: true },
  { id: "redirect-only", find: redirectOnly, isReasonForAll: true },
  { id: "redirect-removed", find: redirectRemoved },
  { id: "copied", find: copied },
  { id: "new-account-redirects", find: newRedirects, ...KEEPS_ALL },
  { id: "new-account-gone", find: ({ target }) => gone("target", target), ...KEEPS_ALL },
  { id: "old-account-gone", find: ({ old }) => gone("old", old), isAboutOld: true },
  { id: "new-account-unverifiable", find: unverifiable, ...KEEPS_ALL },
  { id: "old-and-new-block", find: wall },
  { id: "old-actor-silent", find: oldSilent, isAboutOld: true },
];

function notStarted(scene: Scene): FindingBasis {
  const { moved, points, back, old } = scene;
  if (!moved || points.to !== "nowhere" || back.to === "this" || wasMade(scene)) return undefined;
  return found(showsNoMove(scene) ? "proven" : "likely", saidBy(old, "old", null));
}

/**
 * A redirect that was cancelled leaves a profile as it was before. Then the lists alone would show that a Move was made:
 * both read, against one from before it.
 */
const showsNoMove = (scene: Scene): boolean =>
  scene.check.before.is === "snapshot" && bothRead(scene) && scene.tally.carried === 0;

const bothRead = ({ old, target }: Scene): boolean => old.list.known && old.list.complete === true && target.list.known;

/** Only a Move takes people off the old list and puts them on the new one, and OLD's own need no network for it. */
const wasMade = (scene: Scene): boolean => {
  const { carried, own } = scene.tally;
  return bothRead(scene) && (carried >= ENOUGH || (carried > 0 && own.arrived > 0) || haveOwnLeft(scene));
};

/** One or two may have unfollowed the old account and followed the new one by hand. */
const ENOUGH = 3;

/**
 * Without a list from before nobody knows who followed. A new account that names the old one as its own, several people
 * of OLD's server in its list, and nobody of that server left in the old one: that is how a Move leaves it.
 */
const haveOwnLeft = ({ old, target, tally: { own } }: Scene): boolean => {
  const aliases = target.actor.known ? (target.actor.value.alsoKnownAs ?? []) : [];
  const isNamed = old.host !== target.host && identifiersOf(old).some((uri) => isOneOf(uri, aliases));
  return isNamed && own.arrived >= ENOUGH && own.stayed === 0 && own.both === 0;
};

/** Cancelling the redirect after a Move takes the pointer away, and nobody back. */
function redirectRemoved(scene: Scene): FindingBasis {
  const { moved, points, back, old, tally } = scene;
  if (!moved || points.to !== "nowhere" || back.to === "this" || !wasMade(scene)) return undefined;
  return found("likely", saidBy(old, "old", null), said("old.list", old.list, { carried: tally.carried }));
}

/** Copied to the new account without a Move: nobody is asked to come along. */
function copied({ moved, points, old, target }: Scene): FindingBasis {
  const { actor } = old;
  const to = actor.known ? (actor.value.copiedTo ?? []) : [];
  const here = to.some((address) => isOneOf(address, namesOf(target)));
  return moved && here && points.to !== "this"
    ? found("proven", said("old.actor", actor, { copiedTo: to }))
    : undefined;
}

function elsewhere({ points, old }: Scene): FindingBasis {
  return points.to === "elsewhere" ? found("proven", saidBy(old, "old", points.address)) : undefined;
}

/** The API or the actor document, whichever of them says so. */
function saidBy({ account, actor }: Side, side: "old" | "target", movedTo: string | null) {
  const byApi = account.known && account.value.movedTo === movedTo;
  return byApi ? said(`${side}.account`, account, { movedTo }) : said(`${side}.actor`, actor, { movedTo });
}

/** The addresses were typed the wrong way round. */
function swapped({ points, back, target }: Scene): FindingBasis {
  if (points.to === "this" || back.to !== "this") return undefined;
  return found("proven", saidBy(target, "target", back.address));
}

/** The alias is compared with the identifier of OLD's actor, never with the address of its page. */
function aliasMissing({ moved, points, target, old }: Scene): FindingBasis {
  const aliases = target.actor.known ? target.actor.value.alsoKnownAs : undefined;
  const uris = identifiersOf(old);
  const applies = moved && (points.to === "this" || points.to === "silent" || points.to === "unread");
  if (!applies || aliases === undefined || uris.length === 0) return undefined;
  if (uris.some((uri) => isOneOf(uri, aliases))) return undefined;
  return found("proven", said("target.actor", target.actor, { alsoKnownAs: aliases }));
}

const identifiersOf = ({ account, actor, self }: Scene["old"]): readonly string[] =>
  [
    account.known ? account.value.uri : undefined,
    actor.known ? actor.value.uri : undefined,
    self?.known ? self.value : undefined,
  ].filter((uri) => uri !== undefined);

/** A handful may each have stayed for a reason of their own. */
const SEVERAL = 2;

/**
 * Followers on OLD itself move without any network: where more than a few stayed and none came, no Move was made, only a
 * redirect set. Within the first days the queue may be long; and a person who is here and gone from the old list was moved.
 * Where nobody knows the day it takes that nobody at all came, and is possible only: the Move may be minutes old.
 */
function redirectOnly({ check, moved, points, oldIsMastodon, old, target, tally }: Scene): FindingBasis {
  const read = old.list.known && target.list.known && target.list.complete;
  if (!moved || points.to !== "this" || !oldIsMastodon || !read || old.host === target.host) return undefined;
  const young = foldYoung(check);
  const { stayed, arrived } = tally.own;
  const nobodyCame = arrived === 0 && tally.carried === 0 && (young.known || tally.arrived === 0);
  if ((young.known && young.value) || stayed <= SEVERAL || !nobodyCame) return undefined;
  return found(young.known ? "likely" : "possible", said("old.list", old.list, { sameServer: tally.own }));
}

function newRedirects({ points, back, target }: Scene): FindingBasis {
  const away = redirectsOf(target).find((address) => address !== null);
  const isSwap = back.to === "this" && points.to !== "this";
  if (!away || isSwap) return undefined;
  return found("proven", saidBy(target, "target", away));
}

/** Deleted or suspended at home, or nothing there goes by that name. */
export function gone(name: "old" | "target", { account, actor }: Side): FindingBasis {
  if (account.known && !isFine({ account }))
    return found("proven", said(`${name}.account`, account, { suspended: true }));
  if (statusOf(actor) === 410) return found("proven", said(`${name}.actor`, actor));
  if (statusOf(account) === 410) return found("proven", said(`${name}.account`, account));
  return statusOf(account) === 404 && statusOf(actor) === 404
    ? found("likely", said(`${name}.account`, account), said(`${name}.actor`, actor))
    : undefined;
}

const statusOf = (fact: Fact<unknown>): number | undefined => (fact.known ? undefined : fact.source?.status);

/** Every server fetches the new account before it believes a Move, and asks its name's server whose it is. */
function unverifiable(scene: Scene): FindingBasis {
  const { account, actor } = scene.target;
  if (actor.known)
    return actor.value.loopsBack === false
      ? found("proven", said("target.actor", actor, { loopsBack: false }))
      : undefined;
  // Whatever became of our own request is not the server's fault: its answer to one that we signed least of all.
  const silent = actor.gap === "unreachable" && account.known && !isUntried(actor);
  const broken = actor.gap === "bad-answer" || silent;
  const ours = OURS.has(statusOf(actor) ?? 0);
  return broken && !ours && !gone("target", scene.target) ? found("likely", said("target.actor", actor)) : undefined;
}

/** What servers answer to a signature: not believed, not wanted, or, from 500 on, that they could not fetch our key. */
const OURS: ReadonlySet<number> = new Set([401, 403, 500, 502, 503, 504]);

/** A Move between two servers that suspend each other cannot even be set up; one set up before is dead by now. */
function wall({ target: { onOld, byOld } }: Scene): FindingBasis {
  if (isBlock(onOld)) return found(certaintyOf(onOld), said("target.onOld", onOld));
  if (isBlock(byOld)) return found(certaintyOf(byOld), said("target.byOld", byOld));
  return undefined;
}

const isBlock = (stance: Fact<Stance> | undefined): stance is Known<Stance> =>
  stance?.known === true &&
  stance.value.match !== "pattern" &&
  [stance.value.inbound, stance.value.outbound].includes("blocked");

const certaintyOf = ({ value }: Known<Stance>) => stanceCertainty(value, true);

function oldSilent({ points, old }: Scene): FindingBasis {
  return points.to === "silent" ? found("proven", said("old.actor", old.actor, { movedTo: null })) : undefined;
}
