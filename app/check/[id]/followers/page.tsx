import type { Metadata } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { whyNobody } from "#components/report/overview/headline/nobody.ts";
import { PeopleList } from "#components/report/people/people-list.tsx";
import { PeopleTools } from "#components/report/people/people-tools.tsx";
import { phaseOf } from "#components/report/phase.ts";
import { peopleWhere } from "#lib/causes/index.ts";
import { type FollowersPage, type Report, readQuery } from "#lib/contract/report.ts";
import { Frame } from "../frame.tsx";
import { NoKey } from "../no-key.tsx";
import { notFoundUnless, openCheck, readReport, readState } from "../open-check.ts";
import { countsLeftovers, type Flat, type FollowerQuery, flatten, isNarrowed, pathWith } from "./query.ts";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<FollowerQuery> };

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("followers"))("title"),
  robots: { index: false },
});

const A_PAGE = "50";

export default async function Followers({ params, searchParams }: Props) {
  const { id } = await params;
  const open = await openCheck(id);
  if (!open) return <NoKey id={id} />;
  const asked = flatten(await searchParams);
  // Those who are here are shown where they are asked for.
  const away = asked.group ? {} : { away: "yes" };
  const query = readQuery({ limit: A_PAGE, ...away, ...asked });
  const [state, report, page] = await Promise.all([
    readState(open),
    readReport(open),
    open.checks.followers(id, open.key, query).then(notFoundUnless),
  ]);
  const view: View = { asked, path: open.path, report, page, why: whyNobody(report, phaseOf(state)) };
  return (
    <Frame current="followers" path={open.path} report={report} state={state}>
      <Head {...view} />
      <PeopleList
        back={pathWith("followers", asked, asked.cursor ?? null)}
        checkId={id}
        checkPath={open.path}
        now={Date.now()}
        people={page.items}
        proof={state.proof}
        report={report}
      />
      <Pages {...view} />
    </Frame>
  );
}

type View = { asked: Flat; path: string; report: Report; page: FollowersPage; why: ReturnType<typeof whyNobody> };

/** Whom the page shows and how many, or why it shows nobody. */
function Head({ asked, path, report, page: { total }, why }: View) {
  const t = useTranslations("followers");
  const nobody = useTranslations("nobody");
  const leftovers = countsLeftovers(asked) ? peopleWhere(report.counts.byCause, ({ listed }) => !listed) : 0;
  const narrowed = isNarrowed(asked);
  const isEmpty = total === 0 && leftovers === 0 && !narrowed;
  return (
    <>
      <h1>{narrowed || total === 0 ? t("title") : t("headline", { count: total })}</h1>
      {isEmpty ? null : <PeopleTools asked={asked} path={`${path}/followers`} report={report} />}
      <p className="hint" role="status">
        {isEmpty ? nobody(why) : narrowed ? t("total", { count: total }) : null}
        {leftovers > 0 ? ` ${t("leftovers", { count: leftovers })}` : null}
      </p>
      {isEmpty && why === "unproven" ? (
        <p className="btns">
          <Link className="btn btn--main" href={`${path}/messages#proof`} prefetch={false}>
            {t("prove")}
          </Link>
        </p>
      ) : null}
    </>
  );
}

function Pages({ asked, path, page: { next } }: View) {
  const t = useTranslations("followers");
  const to = (cursor: string | null) => pathWith(`${path}/followers`, asked, cursor);
  if (!asked.cursor && !next) return null;
  return (
    <nav aria-label={t("pages")} className="more-line print:hidden">
      {asked.cursor ? (
        <Link className="btn" href={to(null)} prefetch={false}>
          {t("first")}
        </Link>
      ) : null}
      {next ? (
        <Link className="btn" href={to(next)} prefetch={false}>
          {t("next")}
        </Link>
      ) : null}
    </nav>
  );
}
