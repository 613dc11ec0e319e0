import type { Metadata } from "next";
import Link from "next/link";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { whyNobody } from "#components/report/overview/nobody.ts";
import { FollowerFilters } from "#components/report/people/follower-filters.tsx";
import { FollowerTable } from "#components/report/people/follower-table.tsx";
import { phaseOf } from "#components/report/report-view.tsx";
import { buttonLook } from "#components/ui/button.tsx";
import { peopleWhere } from "#lib/causes/index.ts";
import { readQuery } from "#lib/contract/report.ts";
import { displayHost } from "#lib/domain/names/host.ts";
import { Frame } from "../frame.tsx";
import { Gate } from "../gate.tsx";
import { notFoundUnless, openCheck, readReport, readState } from "../open-check.ts";
import { labelledChoices } from "./labelled-choices.ts";
import { countsLeftovers, type FollowerQuery, flatten, isNarrowed, pathWith } from "./query.ts";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<FollowerQuery> };

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("followers"))("title"),
  robots: { index: false },
});

export default async function Followers({ params, searchParams }: Props) {
  const { id } = await params;
  const open = await openCheck(id);
  if (!open) return <Gate id={id} />;
  const asked = flatten(await searchParams);
  const query = readQuery(asked);
  const [state, report, page, t, nobody, { followers }] = await Promise.all([
    readState(open),
    readReport(open),
    open.checks.followers(id, open.key, query).then(notFoundUnless),
    getTranslations("followers"),
    getTranslations("nobody"),
    getMessages(),
  ]);
  const path = `${open.path}/followers`;
  const leftovers = countsLeftovers(asked) ? peopleWhere(report.counts.byCause, ({ listed }) => !listed) : 0;
  const isEmpty = page.total === 0 && leftovers === 0 && !isNarrowed(asked);
  return (
    <Frame current="followers" path={open.path} report={report} state={state}>
      <h1 className="font-display text-3xl sm:text-4xl">{t("title")}</h1>
      {isEmpty ? null : (
        <NextIntlClientProvider messages={{ followers }}>
          <NuqsAdapter>
            <FollowerFilters choices={await labelledChoices(report)} path={path} values={asked} />
          </NuqsAdapter>
        </NextIntlClientProvider>
      )}
      <p role="status">
        {isEmpty ? nobody(whyNobody(report, phaseOf(state))) : t("total", { count: page.total })}{" "}
        {asked.server ? t("from", { server: displayHost(asked.server).shown }) : null}
        {leftovers > 0 ? (
          <span className="block text-quiet text-sm">{t("leftovers", { count: leftovers })}</span>
        ) : null}
      </p>
      <FollowerTable now={Date.now()} people={page.items} report={report} />
      <nav className="flex gap-3 print:hidden">
        {asked.cursor ? (
          <Link className={buttonLook({ tone: "plain" })} href={pathWith(path, asked, null)} prefetch={false}>
            {t("first")}
          </Link>
        ) : null}
        {page.next ? (
          <Link className={buttonLook({ tone: "plain" })} href={pathWith(path, asked, page.next)} prefetch={false}>
            {t("next")}
          </Link>
        ) : null}
      </nav>
    </Frame>
  );
}
