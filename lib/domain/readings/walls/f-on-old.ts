import type { Side } from "../../evidence/side.ts";
import type { Context } from "../context.ts";
import { statementOfLookUp } from "../look-up.ts";
import type { Reading, Wall } from "../reading.ts";
import { statementsOfSight } from "../sight.ts";
import { isFine } from "./f-on-target.ts";
import { blocksAlone, isNamedAlone } from "./named-servers.ts";
import { gapsOf, type Statement, statementByHand, statementOfList, weigh } from "./weigh.ts";

/** Does what OLD sends get into F: the Move itself. */
export function foldFOnOld(context: Context): Reading<Wall> {
  const { aboutOld, traits } = context;
  const by = { traits, allow: aboutOld.allow };
  const listed = statementOfList(aboutOld.list, "inbound", { fact: "onOld.list" }, by);
  const statements = [
    ...(isNamedAlone(context, aboutOld) ? blocksAlone(listed) : listed),
    ...statementsOfSight(context, "onOld"),
    ...statementOfCut(context),
    ...statementOfPeer(context),
    ...statementByHand(aboutOld.told, "inbound", { fact: "onOld.told" }),
    ...statementOfLookUp(context, aboutOld, { fact: "onOld.resolve" }),
  ];
  return weigh(statements, gapsOf(aboutOld.list, aboutOld.sight, aboutOld.peer));
}

/**
 * F must know OLD's account, for it has a follower of it. So "not found", where F's own are found, means cut off; but
 * an account that was deleted at home is dropped everywhere.
 */
function statementOfCut({ family, aboutOld, server, check }: Context): readonly Statement[] {
  const absent = aboutOld.sight?.known && aboutOld.sight.value.seen === "absent";
  const control = server.control?.known && server.control.value;
  if (family !== "mastodon" || !absent || !control || !isThere(check.old)) return [];
  return [{ blocked: true, certainty: "likely", witness: { fact: "onOld.sight" } }];
}

/** Its API may be shut to strangers; then its actor, or a list of its own with people in it, does as well. */
function isThere({ account, actor, list }: Side): boolean {
  if (account.known) return isFine({ account });
  return actor.known || (list.known && list.value.read > 0);
}

/** Mastodon leaves every name with a block row out of its peers: presence tells, absence does not. */
function statementOfPeer({ family, aboutOld }: Context): readonly Statement[] {
  if (family !== "mastodon" || !aboutOld.peer?.known || !aboutOld.peer.value) return [];
  return [{ blocked: false, certainty: "likely", witness: { fact: "onOld.peer" } }];
}
