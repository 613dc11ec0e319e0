import { weakest } from "../diagnosis/certainty.ts";
import type { View } from "../evidence/answers.ts";
import type { CheckFacts, Mode } from "../evidence/evidence.ts";
import type { Fact, Gap } from "../evidence/fact.ts";
import type { Person } from "../evidence/person.ts";
import type { Ability } from "../evidence/server.ts";
import type { Side } from "../evidence/side.ts";
import { type Context, listed, onTarget } from "./context.ts";
import { foldOwnBlock } from "./own-block.ts";
import type { Read, Reading, Readings, Wall, Witness } from "./reading.ts";
import { givesToAll } from "./walls/named-servers.ts";
import { gapsOf, unread } from "./walls/weigh.ts";

/** What the views of one server say, made ready for many people. */
export type Views = {
  readonly old: ViewReader;
  readonly target: ViewReader;
};
type ViewReader = (person: Pick<Person, "acct" | "uri">) => Reading<boolean>;

export function viewsOf(context: Context): Views {
  const { aboutOld, aboutTarget } = context;
  return {
    // OLD says that F has followers: an empty list from F contradicts it and is as good as masked, unless F counts none.
    old: reader(aboutOld.view, ({ count }) => count !== 0, { fact: "onOld.view" }),
    target:
      neverMetBy(context) ?? reader(aboutTarget.view, ({ count = 0 }) => count > 0, onTarget(context, "onTarget.view")),
  };
}

/** Misskey has a row for every account its people follow: where there is none, nobody there follows NEW. */
function neverMetBy(context: Context): Views["target"] | undefined {
  const { family, headCount, aboutTarget } = context;
  if (family !== "misskey" || headCount.here > 0) return undefined;
  const fact = (["view", "list"] as const).find((name) => isGap(aboutTarget[name], "never-met"));
  if (!fact) return undefined;
  return always({ known: true, value: false, certainty: "likely", because: [onTarget(context, `onTarget.${fact}`)] });
}

const isGap = (fact: Fact<unknown> | undefined, gap: Gap): boolean => fact?.known === false && fact.gap === gap;

type Masked = (empty: View) => boolean;

/** People are their actor: whose handle is not in a view may be there by the address of his. */
function reader(view: Fact<View> | undefined, isMasked: Masked, witness: Witness): ViewReader {
  if (!view?.known) return always(unread(gapsOf(view)));
  if (view.value.accts.length === 0 && isMasked(view.value)) return always(unread(["hidden-by-server"]));
  const accts = new Set(view.value.accts);
  const uris = new Set(view.value.uris);
  const seen: Reading<boolean> = { known: true, value: true, certainty: "proven", because: [witness] };
  const absent: Reading<boolean> = view.complete
    ? { known: true, value: false, certainty: "likely", because: [witness] }
    : unread(["bad-answer"]);
  return ({ acct, uri }) => (accts.has(acct) || (uri !== undefined && uris.has(uri)) ? seen : absent);
}

const always = (reading: Reading<boolean>) => () => reading;

/** Whether this person came along: by the new list, or by what else shows it where that was not read. */
export function foldArrived(person: Person, context: Context, seenBy: Elsewhere): Reading<boolean> {
  const { target, check } = context;
  if (check.mode === "planned") return NOBODY_YET;
  const witness = listed(target, "target.list", person.in.includes(target.key), check.now);
  if (person.in.includes(target.key)) return { known: true, value: true, certainty: "proven", because: [witness] };
  const { list } = target;
  if (!list.known || (!list.complete && !list.value.stillReading))
    return arrivedUnlisted(person, context, seenBy) ?? unread(whyUnread(list));
  return { known: true, value: false, certainty: list.complete ? "proven" : "likely", because: [witness] };
}

/** What tells of one person where the new list cannot: his own server's list, and walls that nobody gets over. */
export type Elsewhere = {
  readonly viewTarget: Reading<boolean>;
  readonly walls: readonly Reading<Wall>[];
};

function arrivedUnlisted(
  person: Person,
  context: Context,
  { viewTarget, walls }: Elsewhere,
): Read<boolean> | undefined {
  // Who waits for a yes stands in no list of followers.
  const waits = foldSeenWaiting(person, context);
  if (waits.known && waits.value) return { ...waits, value: false };
  // Nor does anybody whom its owner blocks there: that took the follow away.
  const own = foldOwnBlock(context, person);
  if (own.known && own.value !== "none" && own.certainty === "proven") return { ...own, value: false };
  if (viewTarget.known && viewTarget.value) return { ...viewTarget, certainty: "likely" };
  const shut = walls.find((wall) => wall.known && wall.value.blocked && wall.certainty === "proven");
  if (shut?.known) return { ...shut, value: false };
  if (!wasNotCarried(person, context)) return undefined;
  const because = [listed(context.check.old, "old.list", true, context.check.now)];
  return { known: true, value: false, certainty: "likely", because };
}

/** Whom a Mastodon carries over leaves the old list at once, where its software takes people off at once. */
function wasNotCarried({ old }: Person, { family, oldTraits, move }: Context): boolean {
  const leaves = oldTraits?.listLosesAtOnce === true;
  return old !== undefined && family === "mastodon" && leaves && move.state === "done";
}

/**
 * Whom the target cannot have turned away: no follow was sent for him. A plain Mastodon shows its accounts to everybody, the
 * servers that it suspends among them, so F could read the new one; with one that wants signatures nobody can tell.
 */
export const wasNotRefused = (person: Person, context: Context): boolean =>
  context.check.mode === "moved" && givesToAll(context) && wasNotCarried(person, context);

/** A list that ended early and does not say why was broken off by its server. */
export const whyUnread = (list: Side["list"]): readonly Gap[] =>
  list.known ? [list.value.stoppedBy ?? "bad-answer"] : [list.gap];

/** Before a move nobody has come along. */
const NOBODY_YET: Reading<boolean> = { known: true, value: false, certainty: "proven", because: [] };

export function foldPosition(
  person: Person,
  arrived: Reading<boolean>,
  { mode, old }: CheckFacts,
): Reading<Readings["position"]> {
  if (mode === "moved" && person.hereAs) return UNDER_NEW_NAME;
  if (!arrived.known) return arrived;
  if (arrived.value) return { ...arrived, value: "here" };
  if (person.old) return { ...arrived, value: "old-only" };
  if (old.list.known && old.list.complete) return { ...arrived, value: "neither" };
  return unread(whyUnread(old.list));
}

const UNDER_NEW_NAME: Reading<Readings["position"]> = { known: true, value: "here", certainty: "likely", because: [] };

type Signs = { readonly home: Reading<Readings["home"]>; readonly lists: readonly Reading<boolean>[] };

/**
 * Whether his account is there. Its own server says so, or a server that lists him. OLD's list alone is a copy, and the last to
 * hear that somebody is gone; before a move everybody in it is taken to be there.
 */
export function foldThere(mode: Mode, { home, lists }: Signs): Reading<boolean> {
  if (mode === "planned") return NOT_GONE;
  if (home.known) return { ...home, value: home.value.state !== "gone" };
  return lists.find((list) => list.known && list.value) ?? home;
}

/** Nobody waits who is gone, or whose server the target refuses. Where the refusal cannot be told it is possible only. */
export function foldCanWait(mode: Mode, there: Reading<boolean>, targetOnF: Reading<Wall>): Reading<boolean> {
  if (mode === "planned" || !there.known || !there.value) return there;
  if (!targetOnF.known) return { ...there, certainty: "possible" };
  return { ...there, value: !targetOnF.value.blocked, certainty: weakest(there.certainty, targetOnF.certainty) };
}

const NOT_GONE: Reading<boolean> = { known: true, value: true, certainty: "likely", because: [] };

/**
 * After a Move was carried out F's list of OLD's followers is empty for everybody: then only F's list of NEW's followers
 * tells who follows neither. Software that keeps the old follow empties nothing.
 */
export function foldFollowsNeither(
  viewOld: Reading<boolean>,
  viewTarget: Reading<boolean>,
  notice: Reading<Readings["notice"]>,
  ability: Reading<Ability>,
): Reading<boolean> {
  if (!viewOld.known) return viewOld;
  if (viewOld.value) return { ...viewOld, value: false };
  if (viewTarget.known)
    return { ...viewOld, value: !viewTarget.value, because: [...viewOld.because, ...viewTarget.because] };
  const keeps = ability.known && ability.value.keepsOldFollow;
  if (keeps || (notice.known && notice.value !== "seen")) return { ...viewOld, value: true };
  return viewTarget;
}

/**
 * In neither list: the follow was sent and the old one given up for it. Still in the old list: sent only where
 * the software keeps the old follow. Before a move everybody will ask.
 */
export function foldAsked(
  mode: Mode,
  position: Reading<Readings["position"]>,
  ability: Reading<Ability>,
): Reading<boolean> {
  if (mode === "planned") return { known: true, value: true, certainty: "likely", because: [] };
  if (!position.known || position.value !== "old-only") {
    return position.known ? { ...position, value: position.value === "neither", certainty: "likely" } : position;
  }
  if (!ability.known) return ability;
  const { keepsOldFollow, onMove } = ability.value;
  if (!keepsOldFollow || onMove !== "carries-out") return { ...ability, value: false };
  return { ...ability, value: true, certainty: weakest(ability.certainty, "likely") };
}

/**
 * Whether this person stands among the requests that the mover's own account shows. Who does not, where all of them
 * were read, does not wait; he may stand there by a name that nobody knows as his.
 */
export function foldSeenWaiting({ waits }: Person, { target }: Context): Reading<boolean> {
  const { requests } = target;
  if (!requests?.known) return unread(gapsOf(requests));
  const isThere = waits?.includes(target.key) === true;
  if (!isThere && !requests.complete) return unread(["bad-answer"]);
  const because = [{ fact: "target.requests", own: { value: isThere, source: requests.source } }];
  return { known: true, value: isThere, certainty: isThere ? "proven" : "likely", because };
}
