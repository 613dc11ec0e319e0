import type { Fact, Gap } from "../evidence/fact.ts";
import type { Side } from "../evidence/side.ts";
import { foldYoung } from "../readings/old.ts";
import { gone } from "./account-findings.ts";
import { neitherOf } from "./neither.ts";
import { type Finder, type FindingBasis, found, type Scene, said } from "./scene.ts";

/** Findings about the day of the move, the lists, and what the mover can do at once. */
export const LIST_FINDINGS: readonly Finder[] = [
  { id: "too-early", find: tooEarly },
  {
    id: "old-list-hidden",
    find: ({ old }) => (gone("old", old) ? undefined : hidden("old.list", old)),
    isAboutOld: true,
  },
  { id: "new-list-hidden", find: (scene) => ofNew(scene, hidden) },
  {
    id: "old-list-closed",
    find: ({ old }) => (gone("old", old) ? undefined : closed("old.list", old)),
    isAboutOld: true,
  },
  { id: "new-list-closed", find: (scene) => ofNew(scene, closed) },
  { id: "old-list-unread", find: ({ old }) => (old.list.known ? cutShort("old", old) : undefined), isAboutOld: true },
  { id: "new-list-unread", find: ({ target, moved }) => (moved ? cutShort("target", target) : undefined) },
  { id: "old-unreachable", find: ({ old }) => unreachable("old", old), isAboutOld: true },
  { id: "new-unreachable", find: ({ target, moved }) => (moved ? unreachable("target", target) : undefined) },
  { id: "new-account-locked", find: locked },
  { id: "check-requests", find: checkRequests },
];

/** An account that is not there keeps nothing to itself. */
const ofNew = ({ target, moved }: Scene, find: typeof hidden): FindingBasis =>
  moved && !gone("target", target) ? find("target.list", target) : undefined;

function tooEarly({ moved, points, check }: Scene): FindingBasis {
  const young = foldYoung(check);
  const away = points.to === "nowhere" || points.to === "elsewhere";
  if (!moved || away || !young.known || !young.value) return undefined;
  return found(young.certainty, ...young.because.map(({ fact, own }) => ({ fact, ...own })));
}

/** The account keeps its list to itself: its own setting, which its owner can change. */
const hidden = (name: string, side: Side): FindingBasis => unreadFor(["hidden-by-server"], name, side);

/** The list was not shown to us, for a reason that is no setting of the account: shown with that reason. */
const CLOSING: readonly Gap[] = [
  ...(["needs-login", "needs-signature", "signature-refused", "refused-us"] as const),
  ...(["our-fault", "not-offered", "refused-robots"] as const),
];

const closed = (name: string, side: Side): FindingBasis => unreadFor(CLOSING, name, side);

function unreadFor(gaps: readonly Gap[], name: string, { list }: Side): FindingBasis {
  return !list.known && gaps.includes(list.gap) ? found("proven", said(name, list)) : undefined;
}

const STUMBLING: readonly Gap[] = ["unreachable", "bad-answer", "over-budget"];

/**
 * The server is there and began, or should have begun, to show the list, or it keeps a part of it back: nobody can tell
 * who is in the rest.
 */
function cutShort(name: "old" | "target", side: Side): FindingBasis {
  const { list } = side;
  const ended = list.known ? list.value.stoppedBy : list.gap;
  const keepsBack = list.known && ended === "hidden-by-server";
  if (ended === undefined || !(keepsBack || STUMBLING.includes(ended)) || unreachable(name, side)) return undefined;
  return found("proven", said(`${name}.list`, list));
}

/** One answer of any kind, and the server is there. */
function unreachable(name: "old" | "target", { account, actor, list, software }: Side): FindingBasis {
  const asked = [account, actor, list, software];
  if (asked.some(({ known }) => known)) return undefined;
  const silent = asked.some((fact) => !fact.known && fact.gap === "unreachable");
  return silent ? found("likely", said(`${name}.account`, account)) : undefined;
}

function locked({ target }: Scene): FindingBasis {
  const says = lockFact(target);
  return says ? found("proven", says) : undefined;
}

function lockFact({ account, actor }: Side) {
  if (isLocked(account)) return said("target.account", account, { locked: true });
  return isLocked(actor) ? said("target.actor", actor, { locked: true }) : undefined;
}

const isLocked = (fact: Fact<{ readonly locked?: boolean }>): boolean => fact.known && fact.value.locked === true;

/** An action, not a count: requests can be seen by the mover alone. */
function checkRequests({ moved, check, target, tally }: Scene): FindingBasis {
  if (!moved) return undefined;
  const lock = lockFact(target);
  if (lock) return found("likely", lock);
  const limits = said("target.limitsSome", target.limitsSome ?? { known: false, gap: "not-asked" });
  if (tally.onLimited > 0) return found("likely", { ...limits, value: { missing: tally.onLimited } });
  const neither = neitherOf(check, target, tally)?.about ?? 0;
  const mayLimit = !target.limitsSome?.known || target.limitsSome.value;
  return neither > 0 && mayLimit ? found("possible", { ...limits, value: { neither } }) : undefined;
}
