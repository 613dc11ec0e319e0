import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { whyNobody } from "#components/report/overview/nobody.ts";
import { PeopleList } from "#components/report/people/people-list.tsx";
import { PeopleTools } from "#components/report/people/people-tools.tsx";
import { phaseOf } from "#components/report/phase.ts";
import { peopleWhere } from "#lib/causes/index.ts";
import { readQuery } from "#lib/contract/report.ts";
import { Frame } from "../frame.tsx";
import { Gate } from "../gate.tsx";
import { notFoundUnless, openCheck, readReport, readState } from "../open-check.ts";
import { countsLeftovers, type FollowerQuery, flatten, isNarrowed, pathWith } from "./query.ts";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<FollowerQuery> };

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("followers"))("title"),
  robots: { index: false },
});

const A_PAGE = "50";

export default async function Followers({ params, searchParams }: Props) {
  const { id } = await params;
  const open = await openCheck(id);
  if (!open) return <Gate id={id} />;
  const asked = flatten(await searchParams);
  // Those who are here are shown to whoever asks for them.
  const away = asked.group ? {} : { away: "yes" };
  const query = readQuery({ limit: A_PAGE, ...away, ...asked });
  const [state, report, page, t, nobody] = await Promise.all([
    readState(open),
    readReport(open),
    open.checks.followers(id, open.key, query).then(notFoundUnless),
    getTranslations("followers"),
    getTranslations("nobody"),
  ]);
  const path = `${open.path}/followers`;
  const leftovers = countsLeftovers(asked) ? peopleWhere(report.counts.byCause, ({ listed }) => !listed) : 0;
  const isEmpty = page.total === 0 && leftovers === 0 && !isNarrowed(asked);
  return (
    <Frame current="followers" path={open.path} report={report} state={state}>
      <h1>{isNarrowed(asked) || page.total === 0 ? t("title") : t("headline", { count: page.total })}</h1>
      {isEmpty ? null : <PeopleTools asked={asked} path={path} report={report} />}
      <p className="hint" role="status">
        {isEmpty
          ? nobody(whyNobody(report, phaseOf(state)))
          : isNarrowed(asked)
            ? t("total", { count: page.total })
            : null}
        {leftovers > 0 ? ` ${t("leftovers", { count: leftovers })}` : null}
      </p>
      <PeopleList
        back={pathWith("followers", asked, asked.cursor ?? null)}
        checkId={id}
        checkPath={open.path}
        now={Date.now()}
        people={page.items}
        proof={state.proof}
        report={report}
      />
      <nav aria-label={t("pages")} className="more-line print:hidden">
        {asked.cursor ? (
          <Link className="btn" href={pathWith(path, asked, null)} prefetch={false}>
            {t("first")}
          </Link>
        ) : null}
        {page.next ? (
          <Link className="btn" href={pathWith(path, asked, page.next)} prefetch={false}>
            {t("next")}
          </Link>
        ) : null}
      </nav>
    </Frame>
  );
}
