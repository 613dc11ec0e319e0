import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SignInView } from "#components/signin/sign-in-view.tsx";
import { readEnd, readProblem } from "#components/signin/stage.ts";
import { app } from "#lib/wire.ts";
import { Frame } from "../frame.tsx";
import { NoKey } from "../no-key.tsx";
import { openCheck, readReport, readState } from "../open-check.ts";

type Query = Readonly<Record<"problem" | "end", string | string[] | undefined>>;
type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("signIn"))("title"),
  robots: { index: false },
});

export default async function SignIn({ params, searchParams }: Props) {
  const { id } = await params;
  const open = await openCheck(id);
  if (!open) return <NoKey id={id} />;
  const { signIns } = await app();
  const [state, report, offers, query] = await Promise.all([
    readState(open),
    readReport(open),
    signIns.offers(id, open.key),
    searchParams,
  ]);
  return (
    <Frame current={undefined} path={open.path} report={report} state={state}>
      <SignInView
        checkPath={open.path}
        end={readEnd([query.end].flat()[0])}
        isOff={open.signInPath === null}
        offers={offers ?? []}
        problem={readProblem([query.problem].flat()[0])}
        state={state}
      />
    </Frame>
  );
}
