import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LetInView } from "#components/signin/let-in-view.tsx";
import { readEnd, readProblem } from "#components/signin/stage.ts";
import { app } from "#lib/wire.ts";
import { Frame } from "../frame.tsx";
import { NoKey } from "../no-key.tsx";
import { notFoundUnless, openCheck, readReport, readState } from "../open-check.ts";

type Query = Readonly<Record<"problem" | "end" | "after", string | string[] | undefined>>;
type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("letIn"))("title"),
  robots: { index: false },
});

export default async function Requests({ params, searchParams }: Props) {
  const { id } = await params;
  const open = await openCheck(id);
  if (!open) return <NoKey id={id} />;
  const [{ signIns }, query] = await Promise.all([app(), searchParams]);
  const [state, report, waiting] = await Promise.all([
    readState(open),
    readReport(open),
    signIns.waiting(id, open.key, [query.after].flat()[0] ?? ""),
  ]);
  return (
    <Frame current={undefined} path={open.path} report={report} state={state}>
      <LetInView
        checkPath={open.path}
        end={readEnd([query.end].flat()[0])}
        problem={readProblem([query.problem].flat()[0])}
        report={report}
        signInPath={open.signInPath}
        state={state}
        isFurther={query.after !== undefined}
        waiting={notFoundUnless(waiting)}
      />
    </Frame>
  );
}
