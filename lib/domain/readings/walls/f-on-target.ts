import type { Side } from "../../evidence/side.ts";
import { type Context, listed, onTarget } from "../context.ts";
import { statementOfLookUp } from "../look-up.ts";
import type { Reading, Wall } from "../reading.ts";
import { hasOneName, statementsOfSight } from "../sight.ts";
import { unheeded } from "../unheeded.ts";
import { blocksAlone, federationOf, isNamedAlone, showsFollowers } from "./named-servers.ts";
import { letsInNamedAlone, weakenedBy } from "./turned-away.ts";
import { type Direction, gapsOf, type Statement, statementByHand, statementOfList, weigh } from "./weigh.ts";

/** Does what the target sends get into F: its account when F fetches it, its Accept when F follows. */
export function foldFOnTarget(context: Context): Reading<Wall> {
  const { aboutTarget, family } = context;
  const statements = [
    ...statementsOfListOnTarget(context, "inbound"),
    ...statementsOfSight(context, "onTarget"),
    ...statementOfSilence(context),
    ...statementOfPeer(context),
    ...statementByHand(aboutTarget.told, "inbound", onTarget(context, "onTarget.told")),
    ...statementOfLookUp(context, aboutTarget, onTarget(context, "onTarget.resolve")),
    // Who followed by hand is in NEW's list although a block of the host of NEW's actors turned the answer away.
    ...(family === "mastodon" && hasOneName(context.target) ? statementOfArrivals(context) : []),
    ...statementOfRedirect(context),
    ...statementOfGiven(context),
  ];
  const closed = statements.some(({ blocked }) => !blocked) ? [] : statementOfClosedMode(context);
  return weigh([...statements, ...closed], gapsOf(aboutTarget.list, aboutTarget.sight, aboutTarget.peer));
}

/**
 * A server that talks to named ones only says of any other that it does not block it. A Misskey that blocked the target
 * before it had met it answers as one that never met it; the news of a Move would have made it meet it.
 */
function statementsOfListOnTarget(context: Context, direction: Direction): readonly Statement[] {
  const { aboutTarget, traits, check } = context;
  const { list } = aboutTarget;
  if (check.mode === "moved" && list?.known === false && list.gap === "never-met") return [];
  const by = { traits, allow: aboutTarget.allow };
  const statements = statementOfList(list, direction, onTarget(context, "onTarget.list"), by);
  const isOpenToNamed = isNamedAlone(context, aboutTarget) || letsInNamedAlone(context);
  return isOpenToNamed ? blocksAlone(statements) : weakenedBy(context, statements);
}

/** Does what F sends get out to the target: the Follow. */
export function foldFToTarget(context: Context, fOnTarget: Reading<Wall>): Reading<Wall> {
  const { aboutTarget, family } = context;
  // Its blocks hold both ways.
  if (fOnTarget.known && family === "mastodon") return fOnTarget;
  const statements = [
    ...statementsOfListOnTarget(context, "outbound"),
    ...statementByHand(aboutTarget.told, "outbound", onTarget(context, "onTarget.told")),
    ...statementOfArrivals(context),
  ];
  return weigh(statements, gapsOf(aboutTarget.list));
}

/** Somebody of F follows the target, or asked to: it was open for that person, unless a published row says otherwise since. */
export function statementOfArrivals(context: Context): readonly Statement[] {
  const { headCount, target, check } = context;
  if (headCount.here === 0) return statementOfRequests(context, "likely");
  return [{ blocked: false, certainty: "likely", witness: listed(target, "target.list", headCount.here, check.now) }];
}

/** Requests of a server that is suspended vanish at once: where one waits, the target does not suspend F. */
export function statementOfRequests(
  { headCount, target }: Context,
  certainty: Statement["certainty"],
): readonly Statement[] {
  if (headCount.waiting === 0 || !target.requests?.known) return [];
  const own = { value: headCount.waiting, source: target.requests.source };
  return [{ blocked: false, certainty, witness: { fact: "target.requests", own } }];
}

/**
 * F lets nobody have its people who does not sign for them. It let the target have one, or refused although the target
 * itself lets F in. One refusal may have been that minute's fault.
 */
function statementOfGiven(context: Context): readonly Statement[] {
  const { given, resolve } = context.byTarget;
  if (!given?.known) return [];
  const witness = onTarget(context, "byTarget.given");
  if (given.value) return [{ blocked: false, certainty: "likely", witness }];
  if (!resolve?.known || !resolve.value.found) return [];
  // A server that talks to named ones alone refuses alike. Old versions do not say which of the two it is.
  const { instance } = context.server;
  const allowList = instance?.known ? instance.value.limitedFederation : undefined;
  return allowList === undefined ? [] : [{ blocked: true, certainty: "likely", refused: true, allowList, witness }];
}

/**
 * The news arrived, for F's copy of OLD is newer than the Move, and F did not believe it: it could not or would not
 * read the new account. It may have been that minute's fault, and the copy looks the same on all days after it.
 */
const statementOfSilence = (context: Context): readonly Statement[] =>
  unheeded(context) ? [{ blocked: true, certainty: "possible", witness: { fact: "onOld.sight" } }] : [];

export const isFine = ({ account }: Pick<Side, "account">): boolean =>
  account.known && account.value.suspended !== true;

function statementOfPeer(context: Context): readonly Statement[] {
  const { family, aboutTarget, target } = context;
  const isPeer = aboutTarget.peer?.known && aboutTarget.peer.value;
  if (family !== "mastodon" || !isPeer || !hasOneName(target)) return [];
  return [{ blocked: false, certainty: "likely", witness: onTarget(context, "onTarget.peer") }];
}

/** People on OLD itself: a server that shows the redirect to the target has resolved it. */
function statementOfRedirect({ isOld, move, check }: Context): readonly Statement[] {
  if (!isOld || move.state !== "done" || !check.old.account.known) return [];
  const own = { value: check.old.account.value.movedTo, source: check.old.account.source };
  return [{ blocked: false, certainty: "likely", witness: { fact: "old.account", own } }];
}

/**
 * The list of allowed servers itself is not published: that the target is not on it is likely, never proven. A server
 * that says that it talks to nobody has said it of the target too.
 */
function statementOfClosedMode(context: Context): readonly Statement[] {
  const { server } = context;
  const closed = { blocked: true, allowList: true } as const;
  const federation = federationOf(server.instance);
  if (federation !== "none" && showsFollowers(context)) return [];
  if (federation === "none")
    return [{ ...closed, certainty: "proven", published: true, witness: { fact: "instance" } }];
  const limited = server.instance?.known && server.instance.value.limitedFederation === true;
  if (limited || federation === "specified") return [{ ...closed, certainty: "likely", witness: { fact: "instance" } }];
  if (!letsInNamedAlone(context)) return [];
  return [{ ...closed, certainty: "likely", witness: { fact: "refusesSigned" } }];
}
