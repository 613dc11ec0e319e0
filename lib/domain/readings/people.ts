import type { Ability, Acct, CheckFacts, Mode, Person, Side, View } from "../evidence/evidence.ts";
import type { Fact, Gap } from "../evidence/fact.ts";
import { type Context, listed, onTarget } from "./context.ts";
import type { Reading, Readings, Witness } from "./reading.ts";
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
  const { family, headCount, aboutTarget } = context;
  if (family !== "misskey" || headCount.here > 0) return undefined;
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
