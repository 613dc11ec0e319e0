import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PlanServers, readServersAsked } from "#components/before/plan-servers.tsx";
import { isSilent } from "#components/report/overview/answered.ts";
import { phaseOf } from "#components/report/phase.ts";
import { readServerQuery } from "#components/report/servers/server-filter.ts";
import { ServerTable } from "#components/report/servers/server-table.tsx";
import type { Report } from "#lib/contract/report.ts";
import { Frame } from "../frame.tsx";
import { NoKey } from "../no-key.tsx";
import { openCheck, readReport, readState } from "../open-check.ts";
import { sceneOf } from "../planned.tsx";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("servers"))("title"),
  robots: { index: false },
});

type Query = Awaited<Props["searchParams"]>;

const silentIn = (report: Report, { show }: Query): ReadonlySet<string> | undefined =>
  show === "silent" ? new Set(report.servers.filter(isSilent).map(({ host }) => host)) : undefined;

export default async function Servers({ params, searchParams }: Props) {
  const { id } = await params;
  const open = await openCheck(id);
  if (!open) return <NoKey id={id} />;
  const [state, report, query] = await Promise.all([readState(open), readReport(open), searchParams]);
  return (
    <Frame current="servers" path={open.path} report={report} state={state}>
      {report.mode === "planned" ? (
        <PlanServers
          asked={readServersAsked(query)}
          scene={sceneOf({ open, state, report })}
          silent={silentIn(report, query)}
        />
      ) : (
        <ServerTable
          checkPath={open.path}
          phase={phaseOf(state)}
          proof={state.proof}
          query={readServerQuery(query)}
          report={report}
        />
      )}
    </Frame>
  );
}
