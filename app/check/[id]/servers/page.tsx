import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { phaseOf } from "#components/report/report-view.tsx";
import { ServerTable } from "#components/report/servers/server-table.tsx";
import { Frame } from "../frame.tsx";
import { Gate } from "../gate.tsx";
import { openCheck, readReport, readState } from "../open-check.ts";

type Props = { params: Promise<{ id: string }> };

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("servers"))("title"),
  robots: { index: false },
});

export default async function Servers({ params }: Props) {
  const { id } = await params;
  const open = await openCheck(id);
  if (!open) return <Gate id={id} />;
  const [state, report, t] = await Promise.all([readState(open), readReport(open), getTranslations("servers")]);
  return (
    <Frame current="servers" path={open.path} report={report} state={state}>
      <div>
        <h1 className="mb-3 font-display text-3xl sm:text-4xl">{t("title")}</h1>
        <ServerTable checkPath={open.path} phase={phaseOf(state)} report={report} />
      </div>
    </Frame>
  );
}
