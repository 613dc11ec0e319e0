import { closesAfterMove } from "#lib/software/abilities.ts";
import { traitsOfFact } from "#lib/software/traits-of.ts";
import type { AskedAbout } from "../evidence/answers.ts";
import type { CheckFacts } from "../evidence/evidence.ts";
import type { Side } from "../evidence/side.ts";
import { ageInDays, isYoung } from "./clocks.ts";
import { type Context, onTarget } from "./context.ts";
import type { Reading, Witness } from "./reading.ts";
import { isFine } from "./walls/f-on-target.ts";
import { gapsOf, unread } from "./walls/weigh.ts";

export const foldOldSuspendedAlone = (context: Context): Reading<boolean> =>
  suspendedAlone(context, context.aboutOld, context.check.old, { fact: "onOld.sight" });

/** Nobody follows an account that is suspended there, and OLD's server has resolved the one that it points to. */
export function foldNewSuspendedAlone(context: Context): Reading<boolean> {
  const { aboutTarget, target, headCount, isOld, move } = context;
  const followed = headCount.here > 0 || (isOld && move.state === "done");
  if (followed && !aboutTarget.sight?.known) return NOT_SUSPENDED;
  return suspendedAlone(context, aboutTarget, target, onTarget(context, "onTarget.sight"));
}

const NOT_SUSPENDED: Reading<boolean> = { known: true, value: false, certainty: "likely", because: [] };

/**
 * Moderators of F acted against one account and nobody else; only Mastodon shows that to strangers. Whose suspension it
 * is stands nowhere: an account may have been suspended at home for a while, or with a parent of its server.
 */
function suspendedAlone(
  { family }: Context,
  { sight, view }: AskedAbout,
  side: Side,
  witness: Witness,
): Reading<boolean> {
  // Of a suspended account no followers are listed.
  const lists = view?.known && view.value.accts.length > 0;
  if (family === "mastodon" && !sight?.known && lists) return NOT_SUSPENDED;
  if (family !== "mastodon" || !sight?.known) return unread(gapsOf(sight));
  const because = [witness];
  if (!sight.value.suspended) return { known: true, value: false, certainty: "proven", because };
  if (!side.account.known) return unread(gapsOf(side.account));
  return { known: true, value: isFine(side), certainty: "likely", because };
}

/** Softwares that act on `movedTo` read the actor document: what the API shows beside it does not help them. */
export function foldOldPublishesMovedTo({ old }: CheckFacts): Reading<boolean> {
  if (old.actor.known) {
    const { movedTo } = old.actor.value;
    const own = { value: { movedTo: movedTo ?? null }, source: old.actor.source };
    return { known: true, value: movedTo !== undefined, certainty: "proven", because: [{ fact: "old.actor", own }] };
  }
  if (!old.account.known || old.account.value.movedTo === undefined) return unread(gapsOf(old.actor));
  const own = { value: { movedTo: old.account.value.movedTo }, source: old.account.source };
  return { known: true, value: true, certainty: "likely", because: [{ fact: "old.account", own }] };
}

/** Where it gives up after one bad answer, nothing may be under way any more. */
const mayRetry = ({ software }: Side) => (traitsOfFact(software)?.givesUpAtOnce ? "possible" : "likely");

/** Younger than the delivery window. Where a moved account cannot post, its last post is older than the move. */
export function foldYoung({ movedAt, now, old }: CheckFacts): Reading<boolean> {
  if (movedAt.known && Number.isFinite(ageInDays(movedAt.value, now))) {
    const own = { value: movedAt.value, source: movedAt.source };
    const value = isYoung(ageInDays(movedAt.value, now));
    return { known: true, value, certainty: value ? mayRetry(old) : "likely", because: [{ fact: "movedAt", own }] };
  }
  const { account, software } = old;
  const saysWhen = software.known && closesAfterMove(software.value);
  const lastPostAt = account.known && saysWhen ? account.value.lastPostAt : undefined;
  if (!account.known || lastPostAt === undefined || !isYoung(ageInDays(lastPostAt, now))) {
    return unread(gapsOf(movedAt));
  }
  const own = { value: { lastPostAt }, source: account.source };
  return { known: true, value: true, certainty: "likely", because: [{ fact: "old.account", own }] };
}
