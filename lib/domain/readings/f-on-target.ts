import type { Side } from "../evidence/evidence.ts";
import { type Context, listed, onTarget } from "./context.ts";
import type { Reading, Wall } from "./reading.ts";
import { statementsOfSight } from "./sight.ts";
import { gapsOf, type Statement, statementByHand, statementOfList, weigh } from "./weigh.ts";

/** Does what the target sends get into F: its account when F fetches it, its Accept when F follows. */
export function foldFOnTarget(context: Context): Reading<Wall> {
  const { aboutTarget, family } = context;
  const statements = [
    ...statementOfList(aboutTarget.list, "inbound", onTarget(context, "onTarget.list")),
    ...statementsOnAccount(context),
    ...statementOfPeer(context),
    ...statementByHand(aboutTarget.told, "inbound", onTarget(context, "onTarget.told")),
    ...(family === "mastodon" ? statementOfArrivals(context) : []),
    ...statementOfRedirect(context),
  ];
  const closed = statements.some(({ blocked }) => !blocked) ? [] : statementOfClosedMode(context);
  // Where the account alone is suspended, that its server is let through contradicts nothing.
  const said = isAlone(context) ? statements.filter(({ blocked }) => blocked) : statements;
  return weigh([...said, ...closed], gapsOf(aboutTarget.list, aboutTarget.sight, aboutTarget.peer));
}

/** Does what F sends get out to the target: the Follow. */
export function foldFToTarget(context: Context): Reading<Wall> {
  const { aboutTarget } = context;
  const statements = [
    ...statementOfList(aboutTarget.list, "outbound", onTarget(context, "onTarget.list")),
    ...statementByHand(aboutTarget.told, "outbound", onTarget(context, "onTarget.told")),
    ...statementOfArrivals(context),
  ];
  return weigh(statements, gapsOf(aboutTarget.list));
}

/** Somebody of F follows the target: it was open for that person, unless a published row says otherwise since. */
export function statementOfArrivals({ headCount, target, check }: Context): readonly Statement[] {
  if (headCount.here === 0) return [];
  return [{ blocked: false, certainty: "likely", witness: listed(target, "target.list", headCount.here, check.now) }];
}

const isSuspendedThere = ({ family, aboutTarget: { sight } }: Context): boolean =>
  family === "mastodon" && sight?.known === true && sight.value.suspended === true;

/** Suspended there and fine at home. */
const isAlone = (context: Context): boolean => isSuspendedThere(context) && isFine(context.target);

/** The account alone suspended there counts as the server's block, unless it is suspended at home too. */
function statementsOnAccount(context: Context): readonly Statement[] {
  if (isAlone(context))
    return [{ blocked: true, certainty: "proven", published: true, witness: onTarget(context, "onTarget.sight") }];
  const mayBeAlone = isSuspendedThere(context) && !context.target.account.known;
  return mayBeAlone ? [] : statementsOfSight(context, "onTarget");
}

export const isFine = ({ account }: Pick<Side, "account">): boolean =>
  account.known && account.value.suspended !== true;

function statementOfPeer(context: Context): readonly Statement[] {
  const { family, aboutTarget } = context;
  if (family !== "mastodon" || !aboutTarget.peer?.known || !aboutTarget.peer.value) return [];
  return [{ blocked: false, certainty: "likely", witness: onTarget(context, "onTarget.peer") }];
}

/** People on OLD itself: a server that shows the redirect to the target has resolved it. */
function statementOfRedirect({ isOld, move, check }: Context): readonly Statement[] {
  if (!isOld || move.state !== "done" || !check.old.account.known) return [];
  const own = { value: check.old.account.value.movedTo, source: check.old.account.source };
  return [{ blocked: false, certainty: "likely", witness: { fact: "old.account", own } }];
}

/** The list of allowed servers itself is not published: that the target is not on it is likely, never proven. */
function statementOfClosedMode({ server }: Context): readonly Statement[] {
  if (!server.instance?.known || server.instance.value.limitedFederation !== true) return [];
  return [{ blocked: true, certainty: "likely", allowList: true, witness: { fact: "instance" } }];
}
