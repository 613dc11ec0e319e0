import { type Context, onTarget } from "../context.ts";
import { leftTogether } from "../left-together.ts";
import { foldNotice } from "../notice.ts";
import type { Reading, Wall } from "../reading.ts";
import { statementOfArrivals, statementOfRequests } from "./f-on-target.ts";
import { blocksAlone, isUnnamedInside, showsFollowers } from "./named-servers.ts";
import { foldOldOnF } from "./old-on-f.ts";
import { gapsOf, type Statement, statementOfList, weigh } from "./weigh.ts";

/** Does what F sends get into the target: the Follow. */
export function foldTargetOnF(context: Context): Reading<Wall> {
  const { byTarget } = context;
  const statements = [
    ...statementsOfListOnF(context),
    ...statementsOfMastodon(context),
    ...statementOfArrivals(context),
    ...statementOfView(context),
    ...statementOfRequests(context, "proven"),
  ];
  const closed = statements.some(({ blocked }) => !blocked) ? [] : statementOfClosedMode(context);
  return weigh([...statements, ...closed], gapsOf(byTarget.list, byTarget.sight, byTarget.peer));
}

/**
 * A Misskey that blocked F before it had met it answers as one that never met it: after a Move that decides nothing. A
 * person in neither list has knocked there: then it means that he may have been turned away.
 */
function statementsOfListOnF(context: Context): readonly Statement[] {
  const { byTarget, targetTraits, headCount, check } = context;
  const { list, allow } = byTarget;
  const witness = onTarget(context, "byTarget.list");
  if (check.mode === "moved" && list?.known === false && list.gap === "never-met") {
    const knocked = headCount.neither > 0 && headCount.here === 0;
    return knocked ? [{ blocked: true, certainty: "possible", witness }] : [];
  }
  const statements = statementOfList(list, "inbound", witness, { traits: targetTraits, allow });
  return isNamedAloneAt(context) ? blocksAlone(statements) : statements;
}

function statementOfView(context: Context): readonly Statement[] {
  if (!showsFollowers(context)) return [];
  return [{ blocked: false, certainty: "likely", witness: onTarget(context, "onTarget.view") }];
}

/** A target that shows somebody of F does not suspend F; one that has F among its peers has no row for it. */
function statementsOfMastodon(context: Context): readonly Statement[] {
  const { byTarget, targetFamily } = context;
  if (targetFamily !== "mastodon") return [];
  const open = (fact: string, certainty: Statement["certainty"]): Statement => ({
    ...{ blocked: false, certainty },
    witness: onTarget(context, fact),
  });
  return [
    ...(byTarget.sight?.known && byTarget.sight.value.seen === "known" ? [open("byTarget.sight", "proven")] : []),
    ...(byTarget.peer?.known && byTarget.peer.value ? [open("byTarget.peer", "likely")] : []),
    ...statementOfResolve(context),
    ...statementOfRefusal(context),
  ];
}

/**
 * A Mastodon that shows the redirect sent a follow for everybody whom the Move took off the old list, and a target that
 * takes follows has a row for who sent one, held or not. Where none came, the target does not know the one it was
 * asked about, and F is not among its peers, it turned them away. Who left before the Move sent no follow, and the
 * redirect is shown as soon as somebody there opens the old profile: so it takes several who left at once.
 */
function statementOfRefusal(context: Context): readonly Statement[] {
  const { byTarget, family, headCount, isOld } = context;
  const notice = foldNotice(context);
  const asked = family === "mastodon" && !isOld && notice.known && notice.value === "seen";
  const strange = byTarget.sight?.known && byTarget.sight.value.seen === "absent" && headCount.sightIsOfNeither;
  const unlisted = byTarget.peer?.known && !byTarget.peer.value;
  const nobodyCame = headCount.here === 0 && headCount.neitherAlive > 0;
  if (!asked || !strange || !unlisted || !nobodyCame || !isHeardBy(foldOldOnF(context))) return [];
  const witness = onTarget(context, "byTarget.sight");
  const { movedAt, now } = context.check;
  if (!leftTogether(context, movedAt.known ? movedAt.value : now))
    return [{ blocked: true, certainty: "possible", witness }];
  return [{ blocked: true, certainty: "likely", refused: true, witness }];
}

/** OLD did not shut F out, so its people were not cut off before the Move. */
const isHeardBy = (old: Reading<Wall>): boolean => old.known && !old.value.blocked;

/**
 * A Mastodon looks a server up for its own people unless it suspends it, and then asks nobody: a server that is found is not
 * suspended. Who is not found although we found him ourselves is most likely suspended, or not on its list of allowed
 * servers; the answer of that moment may have got lost as well.
 */
function statementOfResolve(context: Context): readonly Statement[] {
  const { byTarget } = context;
  if (!byTarget.resolve?.known) return [];
  const { found, oneName, below } = byTarget.resolve.value;
  const witness = onTarget(context, "byTarget.resolve");
  if (found) return [{ blocked: false, certainty: oneName && !below ? "proven" : "likely", witness }];
  // Both look the same from inside.
  const allowList = federatesWithSome(context);
  if (allowList === undefined) return [];
  return [{ blocked: true, certainty: "likely", refused: true, allowList, witness }];
}

/**
 * What it says of itself, which old versions do not. A Mastodon that talks to named servers alone shows strangers nobody,
 * and its owner a list of blocks without those that it has not named.
 */
function federatesWithSome({ target, targetFamily, byTarget }: Context): boolean | undefined {
  const { limitedFederation, account } = target;
  if (limitedFederation?.known) return limitedFederation.value;
  if (account.known) return false;
  return (targetFamily === "mastodon" && isUnnamedInside(byTarget)) || undefined;
}

function isNamedAloneAt(context: Context): boolean {
  const { federation } = context.target;
  return (federation?.known ? federation.value !== "all" : federatesWithSome(context)) === true;
}

function statementOfClosedMode({ target, isTarget }: Context): readonly Statement[] {
  const { limitedFederation: limited, federation } = target;
  if (isTarget) return [];
  const closed = { blocked: true, allowList: true } as const;
  if (federation?.known && federation.value !== "all") {
    const own = { value: federation.value, source: federation.source };
    const certainty = federation.value === "none" ? "proven" : "likely";
    const published = federation.value === "none";
    return [{ ...closed, certainty, published, witness: { fact: "target.federation", own } }];
  }
  if (!limited?.known || !limited.value) return [];
  const own = { value: true, source: limited.source };
  return [{ ...closed, certainty: "likely", witness: { fact: "target.limitedFederation", own } }];
}
