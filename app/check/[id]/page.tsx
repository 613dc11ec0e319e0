import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { RemoveCheck } from "#components/report/owner/remove-check.tsx";
import { phaseOf } from "#components/report/phase.ts";
import { ReportView } from "#components/report/report-view.tsx";
import { hintFor } from "#components/signin/hint.ts";
import { SignInHint } from "#components/signin/sign-in-hint.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Frame } from "./frame.tsx";
import { NoKey } from "./no-key.tsx";
import { openCheck, readProfile, readReport, readState } from "./open-check.ts";
import { Planned } from "./planned.tsx";
import { RunQuality } from "./run-quality.tsx";
import { sampleCauses } from "./samples.ts";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const [t, open] = await Promise.all([getTranslations("check"), params.then(({ id }) => openCheck(id))]);
  if (!open) return { title: t("gate.title"), robots: { index: false } };
  const [state, report] = await Promise.all([readState(open), readReport(open)]);
  const { old, new: fresh, mode } = report;
  const planned = mode === "planned" ? t("planTitle", { old: `@${old.acct}` }) : null;
  const title = planned ?? (fresh ? t("title", { old: `@${old.acct}`, new: `@${fresh.acct}` }) : `@${old.acct}`);
  const robots = { index: false };
  // In another tab this tells that the check has ended. One that failed is not done.
  return phaseOf(state) === "ended"
    ? { title: t("doneTitle", { title }), robots, icons: { icon: "/icon-done.svg" } }
    : { title, robots };
}

export default async function Check({ params, searchParams }: Props) {
  const open = await openCheck((await params).id);
  if (!open) return <NoKey id={(await params).id} profile={await readProfile((await params).id)} />;
  const [state, report, { keep }] = await Promise.all([readState(open), readReport(open), getMessages()]);
  if (report.mode === "planned") {
    return (
      <Frame current="overview" path={open.path} report={report} state={state}>
        <Planned asked={await searchParams} open={open} report={report} state={state} />
      </Frame>
    );
  }
  const [people, { early, busy }] = await Promise.all([sampleCauses(open, report), searchParams]);
  return (
    <Frame current="overview" path={open.path} report={report} state={state}>
      <ReportView
        busy={busy !== undefined}
        checkPath={open.path}
        early={early !== undefined}
        link={open.link}
        more={<SignInHint hint={hintFor(state, report)} open={open} />}
        people={people}
        proof={state.proof}
        quality={<RunQuality path={open.path} report={report} state={state} />}
        remove={
          <NextIntlClientProvider messages={{ keep }}>
            <RemoveCheck icon={<Icon name="trash" />} id={open.id} />
          </NextIntlClientProvider>
        }
        report={report}
        state={state}
      />
    </Frame>
  );
}
