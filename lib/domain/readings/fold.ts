import type { Person } from "../evidence/evidence.ts";
import { foldClosed } from "./closed.ts";
import { type Context, listed } from "./context.ts";
import { foldFOnOld } from "./f-on-old.ts";
import { foldFOnTarget, foldFToTarget } from "./f-on-target.ts";
import { foldHeld, foldLimited } from "./held.ts";
import { flagsOf, foldHome, type RowFlags } from "./home.ts";
import { foldNotice, noticeByViews } from "./notice.ts";
import { foldOldPublishesMovedTo, foldOldSuspendedAlone, foldYoung } from "./old.ts";
import { foldOldOnF } from "./old-on-f.ts";
import { foldArrived, foldAsked, foldPosition, type Views, viewsOf, whyUnread } from "./people.ts";
import type { Read, Reading, ReadingSet, Setting } from "./reading.ts";
import { foldAbility, foldFamily, foldServer } from "./server.ts";
import { foldTargetOnF } from "./target-on-f.ts";
import { unread } from "./weigh.ts";

type Personal = "arrived" | "position" | "asked" | "home" | "viewOld" | "viewTarget" | "notice" | "setting";
type ServerReadings = Omit<ReadingSet, Personal> & { readonly notice: ReadingSet["notice"] };

/** All that is the same for everybody on one server, towards one target. */
export type Folded = {
  readonly context: Context;
  readonly shared: ServerReadings;
  readonly views: Views;
  readonly flags: RowFlags;
  /** The target limits this server, by a list or by what it shows. */
  readonly limited: boolean;
};

export function foldServerFacts(context: Context): Folded {
  const [fOnTarget, targetOnF] = [foldFOnTarget(context), foldTargetOnF(context)];
  const shared: ServerReadings = {
    ...{ fOnTarget, targetOnF },
    fOnOld: foldFOnOld(context),
    fToTarget: foldFToTarget(context),
    oldOnF: foldOldOnF(context),
    closed: foldClosed(context, fOnTarget, targetOnF),
    held: foldHeld(context),
    server: foldServer(context),
    ability: foldAbility(context),
    family: foldFamily(context),
    oldSuspendedAlone: foldOldSuspendedAlone(context),
    notice: foldNotice(context),
    peersHere: foldPeersHere(context),
    oldPublishesMovedTo: foldOldPublishesMovedTo(context.check),
    young: foldYoung(context.check),
  };
  const limited = foldLimited(context);
  return {
    ...{ context, shared, views: viewsOf(context), flags: flagsOf(context) },
    limited: limited.known && limited.value && limited.certainty !== "possible",
  };
}

/** The same for one person of it. */
export function foldPerson({ context, shared, views, flags }: Folded, person: Person): ReadingSet {
  const { check, target, isOld } = context;
  const arrived = foldArrived(person, target, check);
  const viewOld = isOld ? viewOfOld(context, person) : views.old(person.acct);
  const viewTarget = views.target(person.acct);
  const position = foldPosition(person, arrived, check);
  return {
    ...shared,
    ...{ arrived, viewOld, viewTarget, position },
    asked: foldAsked(check.mode, position, shared.ability),
    home: foldHome(person, arrived, check, flags),
    notice: noticeByViews(shared.notice, viewOld, viewTarget),
    setting: settingOf(context, person),
  };
}

/**
 * People of one kind are told apart by nothing a reading looks at, so one verdict does for all of them. None for
 * somebody with a fact of his own: what was seen of his account is shown as his evidence.
 */
export function kindOf({ context, views, flags }: Folded, person: Person): string | null {
  const row = flags.fromView(person.acct) ?? flags.fromOld(person.old);
  if (person.home?.known || person.hereAs || row?.moved || row?.suspended || row?.memorial) return null;
  const arrived = person.in.includes(context.target.key);
  // Where everybody came along for sure, only a follow that stopped half-way makes a difference.
  const seen = [letterOf(views.target(person.acct)), arrived ? "" : letterOf(views.old(person.acct))].join("");
  const home = row ? "alive" : (person.home?.gap ?? "");
  return `${arrived ? "h" : ""}${person.old ? "o" : ""}${seen} ${person.before ?? ""} ${home}`;
}

const letterOf = (reading: Reading<boolean>): string => (!reading.known ? "?" : reading.value ? "y" : "n");

/** On OLD itself its own list is what a view would be elsewhere. */
function viewOfOld({ check }: Context, person: Person): Reading<boolean> {
  const because = [listed(check.old, "old.list", person.old !== undefined, check.now)];
  if (person.old) return { known: true, value: true, certainty: "proven", because };
  if (check.old.list.known && check.old.list.complete)
    return { known: true, value: false, certainty: "likely", because };
  return unread(whyUnread(check.old.list));
}

function foldPeersHere({ headCount, target, check }: Context): ReadingSet["peersHere"] {
  const { here, known } = headCount;
  const because = [listed(target, "target.list", { here, known }, check.now)];
  return { known: true, value: { here, known }, certainty: "proven", because };
}

function settingOf({ check, isOld, isTarget }: Context, person: Person): Read<Setting> {
  const value: Setting = {
    mode: check.mode,
    ...{ onOld: isOld, onTarget: isTarget },
    inOldList: person.old !== undefined,
    before: person.before ?? null,
  };
  return { known: true, value, certainty: "proven", because: [] };
}
