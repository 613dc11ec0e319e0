import { type Context, onTarget } from "./context.ts";
import { statementOfArrivals } from "./f-on-target.ts";
import type { Reading, Wall } from "./reading.ts";
import { gapsOf, type Statement, statementOfList, weigh } from "./weigh.ts";

/** Does what F sends get into the target: the Follow. */
export function foldTargetOnF(context: Context): Reading<Wall> {
  const { byTarget } = context;
  const statements = [
    ...statementOfList(byTarget.list, "inbound", onTarget(context, "byTarget.list")),
    ...statementsOfMastodon(context),
    ...statementOfArrivals(context),
  ];
  const closed = statements.some(({ blocked }) => !blocked) ? [] : statementOfClosedMode(context);
  return weigh([...statements, ...closed], gapsOf(byTarget.list, byTarget.sight, byTarget.peer));
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
  ];
}

function statementOfClosedMode({ target, isTarget }: Context): readonly Statement[] {
  const mode = target.limitedFederation;
  if (isTarget || !mode?.known || !mode.value) return [];
  const own = { value: true, source: mode.source };
  return [{ blocked: true, certainty: "likely", allowList: true, witness: { fact: "target.limitedFederation", own } }];
}
