import { peopleWhere } from "#lib/causes/index.ts";
import type { Report } from "#lib/contract/report.ts";
import type { Consequences } from "#lib/domain/diagnosis/consequences.ts";
import { addDays, type Day, dayOf } from "#lib/messages/day.ts";
import { canBeTarget, publishesMovedTo } from "#lib/software/abilities.ts";
import type { Candidate } from "./compare.ts";

/** What follows from a cause is all that is asked here. */
type Cause = Pick<Consequences, "stands" | "helps" | "public" | "whateverTarget">;

/** Servers that talk to chosen ones only, and those that shut this one out. */
const isCircle = (cause: Cause): boolean => cause.public === "lets-only-named-in";
const keepsOut = (cause: Cause): boolean => cause.stands === "before-new" && !isCircle(cause);

/** What only who knows the software can tell. Each has words. */
export type Warning =
  | { readonly id: Plain }
  | { readonly id: "limits" | "its-blocks" | "blocks-it" | "closed-circle"; readonly people: number }
  /** An opinion, and said to be one: it counts nobody out. */
  | { readonly id: "on-lists"; readonly lists: number };
type Plain = (typeof PLAIN)[number] | "not-read" | "move-unknown" | "secure";

/** Findings about a candidate's account that are shown under their own names. */
const PLAIN = ["new-account-locked", "new-account-unverifiable"] as const;

export function warningsOf({ byCause, software, signUp, account, warnings, opinions }: Candidate): readonly Warning[] {
  const people = (holds: (cause: Cause) => boolean) => peopleWhere(byCause, holds);
  const found = warnings.map(({ id }) => id);
  const lists = Object.values(opinions?.lists ?? {}).filter((says) => says === "blocked" || says === "limited").length;
  const locked = found.includes("new-account-locked");
  const counted = [
    { id: "its-blocks", people: people(({ stands }) => stands === "at-new") },
    { id: "blocks-it", people: people(keepsOut) },
    { id: "closed-circle", people: people(isCircle) },
    { id: "limits", people: locked ? 0 : people(({ helps }) => helps === "requests") },
  ] as const;
  return [
    ...(software === undefined && signUp === "unknown" ? [{ id: "not-read" } as const] : []),
    ...(software && canBeTarget(software) === undefined ? [{ id: "move-unknown" } as const] : []),
    ...PLAIN.filter((id) => found.includes(id)).map((id) => ({ id })),
    ...(account?.gap === "needs-signature" ? [{ id: "secure" } as const] : []),
    ...counted.filter((one) => one.people > 0),
    ...(lists > 0 ? [{ id: "on-lists", lists } as const] : []),
  ];
}

/** What is true of the old account, whatever it moves to. */
export type OldWarning =
  | { readonly id: "shows-no-move"; readonly people: number }
  | { readonly id: "points-away"; readonly to: string }
  | { readonly id: "cooldown"; readonly to: string; readonly lastPost: Day; readonly until: Day };

/** From one move of a Mastodon account to its next. */
const COOLDOWN_DAYS = 30;

export function warningsOfOld(report: Report): readonly OldWarning[] {
  const { old, lostWhatever } = report;
  const waits = ({ whateverTarget, helps }: Cause) => whateverTarget === "not-carried" && helps === "post";
  const people = peopleWhere(lostWhatever?.byCause ?? {}, waits);
  const silent = old.software !== undefined && publishesMovedTo(old.software) === false && people > 0;
  return [
    ...(old.movedTo ? [pointsAway(old.movedTo, report)] : []),
    ...(silent ? [{ id: "shows-no-move", people } as const] : []),
  ];
}

function pointsAway(to: string, { movedAfter, checkedAt }: Pick<Report, "movedAfter" | "checkedAt">): OldWarning {
  const until = movedAfter && addDays(movedAfter, COOLDOWN_DAYS);
  const isOver = !movedAfter || !until || until <= dayOf(checkedAt);
  return isOver ? { id: "points-away", to } : { id: "cooldown", to, lastPost: movedAfter, until };
}
