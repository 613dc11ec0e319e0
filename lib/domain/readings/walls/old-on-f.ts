import { type Context, listed } from "../context.ts";
import { leftTogether } from "../left-together.ts";
import { foldNotice } from "../notice.ts";
import type { Reading, Wall } from "../reading.ts";
import { gapsOf, type Statement, statementOfList, weigh } from "./weigh.ts";

/** Does OLD shut F out. Its people left OLD's list on that day, so only those of a snapshot or a severed file show it. */
export function foldOldOnF(context: Context): Reading<Wall> {
  const { byOld, oldTraits } = context;
  const statements = [
    ...statementOfList(byOld.list, "inbound", { fact: "byOld.list" }, { traits: oldTraits, allow: byOld.allow }),
    ...statementsOfMastodon(context),
    ...statementOfListMembers(context),
    ...statementOfUnlisted(context),
    ...statementOfSevered(context),
  ];
  return weigh(statements, gapsOf(byOld.list, byOld.sight, byOld.peer));
}

function statementsOfMastodon({ byOld, oldFamily }: Context): readonly Statement[] {
  if (oldFamily !== "mastodon") return [];
  const open = (fact: string, certainty: Statement["certainty"]): Statement => ({
    blocked: false,
    certainty,
    witness: { fact },
  });
  return [
    ...(byOld.sight?.known && byOld.sight.value.seen === "known" ? [open("byOld.sight", "proven")] : []),
    ...(byOld.peer?.known && byOld.peer.value ? [open("byOld.peer", "likely")] : []),
  ];
}

/**
 * OLD had followers on F, so it knows F, and a Mastodon leaves out of its peers only names with a row for them. Whose
 * people all left its list without a Move having taken them off it was cut off, or is limited, which ends no follow, and
 * had followers who left by themselves: nobody told F of the Move then either.
 */
function statementOfUnlisted(context: Context): readonly Statement[] {
  const { byOld, oldFamily, headCount, check, isOld } = context;
  const unlisted = byOld.peer?.known && !byOld.peer.value;
  if (oldFamily !== "mastodon" || isOld || check.mode !== "moved" || check.before.is !== "snapshot" || !unlisted)
    return [];
  const notice = foldNotice(context);
  const allLeft = headCount.neither > 0 && headCount.inOldList === 0 && headCount.here === 0;
  if (!allLeft || (notice.known && notice.value !== "none")) return [];
  const isSure = notice.known && leftTogether(context, check.now);
  return [{ blocked: true, certainty: isSure ? "likely" : "possible", witness: { fact: "byOld.peer" } }];
}

/** Where a block ends the follows of a server's people, those who still stand in the list are let through. */
function statementOfListMembers({ headCount, oldTraits, check }: Context): readonly Statement[] {
  if (!oldTraits?.blockEndsFollows || headCount.inOldList === 0) return [];
  return [
    { blocked: false, certainty: "likely", witness: listed(check.old, "old.list", headCount.inOldList, check.now) },
  ];
}

/**
 * The file says that a tie was cut, not who cut it: OLD's admins, F's moderators against one account, or the mover's own
 * block of a server.
 */
function statementOfSevered({ headCount, check }: Context): readonly Statement[] {
  if (headCount.severed === 0) return [];
  const source = { kind: "file", at: check.before.takenAt ?? check.now } as const;
  const witness = { fact: "severed", own: { value: headCount.severed, source } };
  return [{ blocked: true, certainty: "possible", witness }];
}
