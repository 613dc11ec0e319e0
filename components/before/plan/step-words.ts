import { useTranslations } from "next-intl";
import type { Report } from "#lib/contract/report.ts";
import type { Candidate } from "#lib/plan/compare.ts";
import type { PlanStep } from "#lib/plan/steps.ts";
import { factsOf } from "#lib/software/index.ts";

type Words = ReturnType<typeof useTranslations<"movePlan">>;
type About = { readonly report: Report; readonly to: Candidate; readonly days: number };

/** Of a long tail nobody wants to read every name. */
const MOST_NAMED = 3;

/** The words of a step, the same on the page and in a calendar. */
export const stepWords =
  (t: Words, { report, to, days }: About) =>
  ({ id, copies }: PlanStep): { readonly title: string; readonly text: string } => {
    const values = {
      ...{ new: to.server, old: `@${report.old.acct}`, oldHost: report.old.host, signUp: to.signUp, days },
      ...{ count: report.snapshot?.count ?? 0, copies: copies?.followers ?? 0 },
      slow: copies?.software.slice(0, MOST_NAMED).join(", ") ?? "",
      software: factsOf(report.old.software?.name)?.family ?? "other",
    };
    return { title: t(`${id}.title`, values), text: t(`${id}.text`, values) };
  };

export const useStepWords = (about: About) => stepWords(useTranslations("movePlan"), about);
