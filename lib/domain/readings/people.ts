import type { Ability, Acct, CheckFacts, Flags, Home, Mode, OldRow, Person, Side, View } from "../evidence.ts";
import type { Fact, Gap } from "../fact.ts";
import { isAddress } from "../move/pointer.ts";
import type { Reading, Readings, Witness } from "../reading.ts";
import { type Context, listed, onTarget } from "./context.ts";
import { gapsOf, unread } from "./weigh.ts";

/** What the views of one server say, made ready for many people. */
export type Views = {
  readonly old: (acct: Acct) => Reading<boolean>;
  readonly target: (acct: Acct) => Reading<boolean>;
};

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
  const { family, crowd, aboutTarget } = context;
  if (family !== "misskey" || crowd.here > 0) return undefined;
  const fact = (["view", "list"] as const).find((name) => isGap(aboutTarget[name], "never-met"));
  if (!fact) return undefined;
  return always({ known: true, value: false, certainty: "likely", because: [onTarget(context, `onTarget.${fact}`)] });
}

const isGap = (fact: Fact<unknown> | undefined, gap: Gap): boolean => fact?.known === false && fact.gap === gap;

type Masked = (empty: View) => boolean;

function reader(view: Fact<View> | undefined, isMasked: Masked, witness: Witness): (acct: Acct) => Reading<boolean> {
  if (!view?.known) return always(unread(gapsOf(view)));
  if (view.value.accts.length === 0 && isMasked(view.value)) return always(unread(["hidden-by-server"]));
  const accts = new Set(view.value.accts);
  const seen: Reading<boolean> = { known: true, value: true, certainty: "proven", because: [witness] };
  const absent: Reading<boolean> = view.complete
    ? { known: true, value: false, certainty: "likely", because: [witness] }
    : unread(["bad-answer"]);
  return (acct) => (accts.has(acct) ? seen : absent);
}

const always = (reading: Reading<boolean>) => () => reading;

/** Whether the new list says of this person that he came along. */
export function foldArrived(person: Person, target: Side, { mode, now }: CheckFacts): Reading<boolean> {
  if (mode === "planned") return NOBODY_YET;
  const witness = listed(target, "target.list", person.in.includes(target.key), now);
  if (person.in.includes(target.key)) return { known: true, value: true, certainty: "proven", because: [witness] };
  const { list } = target;
  if (!list.known || (!list.complete && !list.value.stillReading)) return unread(whyUnread(list));
  return { known: true, value: false, certainty: list.complete ? "proven" : "likely", because: [witness] };
}

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
  return { ...ability, value: keepsOldFollow && onMove === "carries-out" };
}

/** The follower's own account. What its own server says beats a copy of it in OLD's list. */
export function foldHome(person: Person, check: CheckFacts, flags: RowFlags): Reading<Readings["home"]> {
  if (person.home?.known) {
    const because = [{ fact: "home", own: { value: person.home.value, source: person.home.source } }];
    return {
      known: true,
      value: asSought(person, homeOf(person.home.value, person.hereAs)),
      certainty: "proven",
      because,
    };
  }
  const [inView, inOld] = [flags.fromView(person.acct), flags.fromOld(person.old)];
  const row = inView ?? inOld;
  if (!row && !person.hereAs) return unread(gapsOf(person.home));
  const said = row ? stateOf(row) : { state: "moved" as const };
  const value = asSought(person, person.hereAs ? { ...said, hereAs: person.hereAs } : said);
  const because = inView ? [{ fact: "onOld.view" }] : [listed(check.old, "old.list", inOld ?? null, check.now)];
  return { known: true, value, certainty: "likely", because };
}

/** A handle is looked for among those of the new list; an address may be a key that only its own server knows. */
function asSought({ notHereAs }: Person, home: Readings["home"]): Readings["home"] {
  const { state, movedTo, hereAs } = home;
  const byAddress = movedTo === undefined || isAddress(movedTo);
  const unsought = state === "moved" && hereAs === undefined && byAddress && !(movedTo && movedTo === notHereAs);
  return unsought ? { ...home, unsought } : home;
}

function homeOf({ state, movedTo }: Home, hereAs: Acct | undefined): Readings["home"] {
  if (state === "alive") return { state };
  if (state !== "moved") return { state: "gone" };
  return { state, ...(movedTo ? { movedTo } : {}), ...(hereAs ? { hereAs } : {}) };
}

function stateOf({ moved, suspended, memorial }: Flags): Readings["home"] {
  if (suspended || memorial) return { state: "gone" };
  return moved ? { state: "moved", movedTo: moved } : { state: "alive" };
}

export type RowFlags = {
  readonly fromOld: (row: OldRow | undefined) => Flags | undefined;
  readonly fromView: (acct: Acct) => Flags | undefined;
};

/** These show `moved`, `suspended` and `memorial` on every row of a list read by their API, so none is an answer too. */
const FLAGGING: readonly (string | undefined)[] = ["mastodon", "gotosocial", "hollo"];

export function flagsOf({ check, aboutOld }: Context): RowFlags {
  const software = check.old.software.known ? check.old.software.value.name.toLowerCase() : undefined;
  const flagging = FLAGGING.includes(software);
  const view = aboutOld.view?.known ? aboutOld.view.value : undefined;
  const inView = new Set(view?.flagged ? view.accts : []);
  return {
    fromOld: (row) => (row && tells(row, flagging) ? row : undefined),
    fromView: (acct) => (inView.has(acct) ? (view?.flagged?.[acct] ?? {}) : undefined),
  };
}

/** A row of an ActivityPub collection is a bare address: without any field of an account it says nothing. */
const tells = (row: OldRow, flagging: boolean): boolean =>
  row.moved !== undefined ||
  row.suspended === true ||
  row.memorial === true ||
  (flagging && (row.bot !== undefined || row.locked !== undefined));
