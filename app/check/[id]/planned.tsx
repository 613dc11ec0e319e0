import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import { BeforeView } from "#components/before/before-view.tsx";
import { type BeforeScene, isWhole } from "#components/before/scene.ts";
import { BlockListForm, listSentIn } from "#components/block-list/block-list-form.tsx";
import { Keep } from "#components/report/owner/keep.tsx";
import { RemoveCheck } from "#components/report/owner/remove-check.tsx";
import { hasEnded, phaseOf } from "#components/report/phase.ts";
import { hintFor } from "#components/signin/hint.ts";
import { SignInHint } from "#components/signin/sign-in-hint.tsx";
import { Icon } from "#components/ui/icon.tsx";
import type { CheckState } from "#lib/contract/check-state.ts";
import type { Report } from "#lib/contract/report.ts";
import { compare } from "#lib/plan/compare.ts";
import { app } from "#lib/wire.ts";
import type { OpenCheck } from "./open-check.ts";
import { RunQuality } from "./run-quality.tsx";

type PageQuery = Readonly<Record<string, string | string[] | undefined>>;
type PlannedProps = { open: OpenCheck; state: CheckState; report: Report; asked: PageQuery };

export function sceneOf({ open, state, report }: Omit<PlannedProps, "asked">): BeforeScene {
  const ended = hasEnded(state);
  const phase = state.state === "cancelled" ? "stopped" : phaseOf(state);
  return {
    ...{ report, ended, checkPath: open.path, phase },
    comparison: compare(report, isWhole({ ended, phase })),
    named: report.servers.length > 0,
    backPath: report.lookedBackFrom && `/check/${report.lookedBackFrom}`,
    signInPath: open.signInPath,
    provePath: open.signInPath ?? `${open.path}/messages#proof`,
  };
}

/** The page of a check that was made before a move. */
export async function Planned({ open, state, report, asked }: PlannedProps) {
  const [{ config }, { keep }] = await Promise.all([app(), getMessages()]);
  const scene = sceneOf({ open, state, report });
  const { ended } = scene;
  const sent = listSentIn(asked);
  const remove = (
    <NextIntlClientProvider messages={{ keep }}>
      <RemoveCheck icon={<Icon name="trash" />} id={open.id} />
    </NextIntlClientProvider>
  );
  return (
    <BeforeView
      days={config.plannedDays}
      list={scene.named && (ended || sent) ? <BlockListForm checkPath={open.path} sent={sent} /> : null}
      keep={<Keep link={open.link} people={report.servers.length > 0} remove={ended ? remove : null} state={state} />}
      more={<SignInHint hint={hintFor(state, report)} open={open} />}
      problem={[asked.problem].flat()[0]}
      follow={[asked.follow].flat()[0]}
      wrong={[asked.wrong].flat()[0]}
      proof={state.proof}
      quality={<RunQuality path={open.path} report={report} state={state} />}
      scene={scene}
    />
  );
}
