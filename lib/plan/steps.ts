import type { Report } from "#lib/contract/report.ts";
import { defined } from "#lib/flow/defined.ts";
import { addDays, type Day, laterDay } from "#lib/messages/day.ts";
import { abilityOf, canSendMove, closesAfterMove } from "#lib/software/abilities.ts";
import { isBridge } from "#lib/software/bridgy-fed.ts";
import { type PageKind, pageUrl, wayTo } from "#lib/software/index.ts";
import { type OldCopies, oldCopies } from "./alias-wait.ts";
import type { Candidate } from "./compare.ts";

export type StepId =
  | ("save" | "account" | "profile" | "alias" | "notice" | "exports" | "severed" | "imports")
  | ("move" | "by-hand" | "imports-after" | "blocks" | "look-1" | "look-3" | "look-7");
/** Clocks and what cannot be taken back. */
export type Mark =
  | ("approval" | "invitation" | "wait-day" | "wait-minutes")
  | ("only-before" | "closes" | "final" | "three-days");
export type PlanStep = {
  readonly id: StepId;
  readonly day: Day;
  readonly marks: readonly Mark[];
  readonly done?: true;
  /** On whose server it is done, and the page there; null where only the app knows it. */
  readonly at?: string;
  readonly url?: string | null;
  /** The way there through menus, or a command. */
  readonly way?: string;
  /** For whose sake a day is waited. */
  readonly copies?: OldCopies;
};
export type MovePlan = { readonly steps: readonly PlanStep[]; readonly moveDay: Day; readonly earliest: Day };

/** Applications are read by people. */
const APPROVAL_DAYS = 2;

type Wanted = {
  readonly report: Report;
  readonly to: Candidate;
  readonly today: Day;
  readonly wished?: Day | undefined;
};

/** Everything in the right order, with the day of the move as near to the wished one as the clocks allow. */
export function planMove({ report, to, today, wished }: Wanted): MovePlan {
  const ready = addDays(today, to.account === null && to.signUp === "approval" ? APPROVAL_DAYS : 0);
  const copies = oldCopies(report, to.server);
  const earliest = addDays(ready, copies.followers > 0 ? 1 : 0);
  // A day for people to read the news.
  const moveDay = laterDay(earliest, wished ?? addDays(earliest, 1));
  const aliasDay = laterDay(ready, addDays(moveDay, -2));
  const days = { today, ready, aliasDay, moveDay, copies };
  return {
    moveDay,
    earliest,
    steps: [...before(report, to, days), ...theMove(report, days), ...after(report, to, days)],
  };
}

type Days = {
  readonly today: Day;
  readonly ready: Day;
  readonly aliasDay: Day;
  readonly moveDay: Day;
  readonly copies: OldCopies;
};

function before(report: Report, to: Candidate, { today, ready, aliasDay, copies }: Days): readonly PlanStep[] {
  const [old, fresh] = [pagesOf(report.old.host, report.old.software?.name), pagesOf(to.server, to.software?.name)];
  // A list that is still being read, or was stopped, is not saved whole.
  const saved = !report.partial && (report.snapshot?.count ?? 0) > 0;
  return [
    { id: "save", day: today, marks: ["only-before"], ...(saved ? { done: true } : {}) },
    ...(to.account === null
      ? [{ id: "account", day: today, marks: signUpMarks(to), ...fresh("signUp") } as const]
      : []),
    { id: "profile", day: ready, marks: [], ...fresh("profile") },
    {
      id: "alias",
      day: aliasDay,
      marks: [copies.followers > 0 ? "wait-day" : "wait-minutes"],
      copies,
      ...fresh("aliases"),
    },
    { id: "exports", day: aliasDay, marks: [], ...old("exports") },
    ...(closesSevered(report) ? [{ id: "severed", day: aliasDay, marks: ["closes"], ...old("severed") } as const] : []),
    ...(hasBridged(report) ? [] : [{ id: "imports", day: aliasDay, marks: [], ...fresh("imports") } as const]),
    { id: "notice", day: aliasDay, marks: ["only-before"] },
  ];
}

const signUpMarks = ({ signUp }: Candidate): readonly Mark[] =>
  signUp === "approval" ? ["approval"] : signUp === "closed" ? ["invitation"] : [];

function theMove(report: Report, { moveDay }: Days): readonly PlanStep[] {
  const cannot = report.old.software !== undefined && canSendMove(report.old.software) === false;
  const old = pagesOf(report.old.host, report.old.software?.name);
  return cannot
    ? [{ id: "by-hand", day: moveDay, marks: [] }]
    : [{ id: "move", day: moveDay, marks: ["final"], ...old("move") }];
}

function after(report: Report, to: Candidate, { moveDay }: Days): readonly PlanStep[] {
  const fresh = pagesOf(to.server, to.software?.name);
  const [first, third, seventh] = [1, 3, 7].map((days) => addDays(moveDay, days)) as [Day, Day, Day];
  return [
    ...(hasBridged(report) ? [{ id: "imports-after", day: first, marks: [], ...fresh("imports") } as const] : []),
    { id: "look-1", day: first, marks: [] },
    { id: "look-3", day: third, marks: ["three-days"] },
    { id: "blocks", day: third, marks: [], ...fresh("imports") },
    { id: "look-7", day: seventh, marks: [] },
  ];
}

/** A page of a software, and its server all the same where that page is not known. */
const pagesOf = (host: string, software: string | undefined) => (kind: PageKind) => ({
  at: host,
  url: pageUrl(kind, host, software),
  ...defined({ way: wayTo(kind, software) }),
});

const closesSevered = ({ old: { software } }: Report): boolean => software !== undefined && closesAfterMove(software);

/** An import of follows before the move makes a second bridged account. */
const hasBridged = ({ servers }: Report): boolean =>
  servers.some(
    ({ software, host }) => isBridge(host) || (software !== undefined && abilityOf(software).onMove === "inside"),
  );
