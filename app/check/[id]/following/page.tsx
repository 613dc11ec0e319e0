import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FollowedList, readFollowedAsked } from "#components/before/following/followed-list.tsx";
import { Frame } from "../frame.tsx";
import { NoKey } from "../no-key.tsx";
import { openCheck, readReport, readState } from "../open-check.ts";
import { sceneOf } from "../planned.tsx";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("before.following.page"))("name"),
  robots: { index: false },
});

/** Whom one follows and would lose: for the owner of the account, as every list of names. */
export default async function Following({ params, searchParams }: Props) {
  const { id } = await params;
  const open = await openCheck(id);
  if (!open) return <NoKey id={id} />;
  const [state, report, query] = await Promise.all([readState(open), readReport(open), searchParams]);
  const found = await open.checks.following(open.id, open.key);
  if (report.mode !== "planned" || !report.following || found === null || found === "needs-proof") redirect(open.path);
  return (
    <Frame current={undefined} path={open.path} report={report} state={state}>
      <FollowedList asked={readFollowedAsked(query)} found={found} scene={sceneOf({ open, state, report })} />
    </Frame>
  );
}
