import type { MoveFinding } from "../diagnosis/verdict.ts";
import type { Person } from "../evidence/person.ts";
import type { Side } from "../evidence/side.ts";
import { isReasonForAll } from "../move/finders.ts";
import { type Context, listed } from "./context.ts";
import { foldHeld, foldLimited } from "./held.ts";
import { flagsOf, foldHome, type RowFlags } from "./home.ts";
import { foldNotice, noticeByViews } from "./notice.ts";
import { foldNewSuspendedAlone, foldOldPublishesMovedTo, foldOldSuspendedAlone, foldYoung } from "./old.ts";
import { blocksPerson, differsFor, foldOwnBlock } from "./own-block.ts";
import {
  foldArrived,
  foldAsked,
  foldCanWait,
  foldFollowsNeither,
  foldPosition,
  foldSeenWaiting,
  foldThere,
  type Views,
  viewsOf,
  wasNotRefused,
  whyUnread,
} from "./people.ts";
import type { Read, Reading, ReadingSet, Setting, Wall } from "./reading.ts";
import { foldAbility, foldFamily, foldServer, foldShowsWhoFollows } from "./server.ts";
import { foldClosed } from "./walls/closed.ts";
import { foldFOnOld } from "./walls/f-on-old.ts";
import { foldFOnTarget, foldFToTarget } from "./walls/f-on-target.ts";
import { foldOldOnF } from "./walls/old-on-f.ts";
import { foldTargetOnF } from "./walls/target-on-f.ts";
import { gapsOf, unread } from "./walls/weigh.ts";

type Personal =
  | ("arrived" | "position" | "asked" | "home" | "there" | "canWait" | "notice" | "setting")
  | ("viewOld" | "viewTarget" | "followsNeither");
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
    fToTarget: foldFToTarget(context, fOnTarget),
    oldOnF: foldOldOnF(context),
    ownBlock: foldOwnBlock(context),
    closed: foldClosed(context, fOnTarget, targetOnF),
    held: foldHeld(context),
    server: foldServer(context),
    ability: foldAbility(context),
    family: foldFamily(context),
    showsWhoFollows: foldShowsWhoFollows(context),
    oldSuspendedAlone: foldOldSuspendedAlone(context),
    newSuspendedAlone: foldNewSuspendedAlone(context),
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
  const { check, isOld, isTarget } = context;
  const viewOld = isOld ? viewOfOld(context, person) : views.old(person);
  const viewTarget = isTarget ? viewOfTarget(context, person) : views.target(person);
  const walls = isTarget ? [] : [shared.fOnTarget, shared.targetOnF];
  const arrived = foldArrived(person, context, { viewTarget, walls });
  const position = foldPosition(person, arrived, check);
  const home = foldHome(person, arrived, context, flags);
  const notice = noticeByViews(shared.notice, viewOld, viewTarget);
  const own = person.home?.known || person.hereAs ? home : unread(gapsOf(person.home));
  const there = foldThere(check.mode, { home: own, lists: [viewOld, viewTarget, arrived] });
  const seen = foldSeenWaiting(person, context);
  const waits = seen.known && seen.value;
  return {
    ...shared,
    ...{ arrived, viewOld, viewTarget, position, home, notice, there },
    ...(waits ? { held: seen, there: seen } : {}),
    canWait: waits ? seen : foldCanWait(check.mode, there, isTarget ? NO_WALL : shared.targetOnF),
    followsNeither: foldFollowsNeither(viewOld, viewTarget, notice, shared.ability),
    asked: seen.known ? seen : foldAsked(check.mode, position, shared.ability),
    ...(differsFor(context, person) ? { ownBlock: foldOwnBlock(context, person) } : {}),
    setting: settingOf(context, person),
  };
}

/** Its own people pass no wall. */
const NO_WALL: Reading<Wall> = {
  known: true,
  value: { blocked: false, allowList: false, published: false },
  certainty: "proven",
  because: [],
};

/**
 * People of one kind are told apart by nothing a reading looks at, so one verdict does for all of them. None for
 * somebody with a fact of his own: what was seen of his account is shown as his evidence.
 */
export function kindOf({ context, views, flags }: Folded, person: Person): string | null {
  const row = flags.fromView(person.acct) ?? flags.fromOld(person.old);
  if (person.home?.known || person.hereAs || row?.moved || row?.suspended || row?.memorial) return null;
  const arrived = person.in.includes(context.target.key);
  // Where everybody came along for sure, only a follow that stopped half-way makes a difference.
  const seen = [letterOf(views.target(person)), arrived ? "" : letterOf(views.old(person))].join("");
  const shut = blocksPerson(context, person) ? " shut" : "";
  const home = `${row ? "alive" : ""} ${person.home?.gap ?? ""}${person.waits?.includes(context.target.key) ? " waits" : ""}`;
  return `${arrived ? "h" : ""}${person.old ? "o" : ""}${seen} ${person.before ?? ""} ${home}${shut}`;
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

/** And on the target the new list is. */
function viewOfTarget({ target, check }: Context, person: Person): Reading<boolean> {
  const isIn = person.in.includes(target.key);
  const because = [listed(target, "target.list", isIn, check.now)];
  if (isIn) return { known: true, value: true, certainty: "proven", because };
  if (target.list.known && target.list.complete) return { known: true, value: false, certainty: "likely", because };
  return unread(whyUnread(target.list));
}

function foldPeersHere({ headCount, target, check }: Context): ReadingSet["peersHere"] {
  const { here, known } = headCount;
  const because = [listed(target, "target.list", { here, known }, check.now)];
  return { known: true, value: { here, known }, certainty: "proven", because };
}

function settingOf(context: Context, person: Person): Read<Setting> {
  const { check, isOld, isTarget, move, target } = context;
  const value: Setting = {
    mode: check.mode,
    ...{ onOld: isOld, onTarget: isTarget },
    inOldList: person.old !== undefined,
    before: person.before ?? null,
    ...(wasNotRefused(person, context) ? NOT_REFUSED : {}),
    ...(move.findings.some((finding) => isReason(finding, target)) ? MOVE_IS_REASON : {}),
  };
  return { known: true, value, certainty: "proven", because: [] };
}

const NOT_REFUSED = { notRefused: true } as const;
const MOVE_IS_REASON = { moveIsReason: true } as const;

const isReason = (finding: MoveFinding, { key }: Side): boolean =>
  isReasonForAll(finding) && (finding.target === undefined || finding.target === key);
