import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PlanView } from "#components/before/plan/plan-view.tsx";
import { Frame } from "../frame.tsx";
import { NoKey } from "../no-key.tsx";
import { openCheck, readReport, readState } from "../open-check.ts";
import { planOf } from "./plan-of.ts";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("check.nav"))("plan"),
  robots: { index: false },
});

export default async function Plan({ params, searchParams }: Props) {
  const { id } = await params;
  const open = await openCheck(id);
  if (!open) return <NoKey id={id} />;
  const query = await searchParams;
  const one = (name: string) => [query[name]].flat()[0];
  const [state, report, scene] = await Promise.all([
    readState(open),
    readReport(open),
    planOf(open, { to: one("to"), day: one("day") }),
  ]);
  // A check of a move that was made has no plan.
  if (report.mode !== "planned" || report.lookedBackFrom) redirect(open.path);
  return (
    <Frame current="plan" path={open.path} report={report} state={state}>
      {scene ? <PlanView scene={scene} /> : <NoPlan />}
    </Frame>
  );
}

async function NoPlan() {
  const t = await getTranslations("movePlan");
  return <h1>{t("none")}</h1>;
}
