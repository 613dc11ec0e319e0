import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readProblem } from "#components/messages/share/share-stage.ts";
import { ShareView } from "#components/messages/share/share-view.tsx";
import { Frame } from "../frame.tsx";
import { NoKey } from "../no-key.tsx";
import { openCheck, readReport, readState } from "../open-check.ts";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ problem?: string | string[] }> };

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("sharing"))("title"),
  robots: { index: false },
});

export default async function Share({ params, searchParams }: Props) {
  const { id } = await params;
  const open = await openCheck(id);
  if (!open) return <NoKey id={id} />;
  const [state, report, { problem }] = await Promise.all([readState(open), readReport(open), searchParams]);
  return (
    <Frame current="share" path={open.path} report={report} state={state}>
      <ShareView
        checkPath={open.path}
        now={new Date().toISOString()}
        proofLink={open.link.split("#")[0] ?? ""}
        problem={readProblem([problem].flat()[0])}
        report={report}
        state={state}
      />
    </Frame>
  );
}
