import { NextIntlClientProvider, useTranslations } from "next-intl";
import { getMessages } from "next-intl/server";
import { type Query, readAsked } from "#components/start/asked.ts";
import { ProblemSummary } from "#components/start/problem-summary.tsx";
import { Recent } from "#components/start/recent.tsx";
import { StartForm } from "#components/start/start-form.tsx";
import { WhatYouGet } from "#components/start/what-you-get.tsx";
import { GroupPatterns } from "#components/ui/group-patterns.tsx";

type Props = { searchParams: Promise<Query> };

/** `?old=` fills the form and never starts it; a refused form comes back here with codes of what to mend. */
export default async function Start({ searchParams }: Props) {
  const [asked, { start }] = await Promise.all([searchParams.then(readAsked), getMessages()]);
  return (
    <>
      <GroupPatterns />
      <Heading />
      <div className="mt-8 grid grid-cols-[minmax(0,1fr)] gap-x-14 gap-y-12 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="min-w-0 max-w-xl">
          <ProblemSummary problems={asked.problems} />
          <NextIntlClientProvider messages={{ start }}>
            <StartForm asked={asked} now={Date.now()} />
            <Manners />
            <Recent />
          </NextIntlClientProvider>
        </div>
        <WhatYouGet />
      </div>
    </>
  );
}

function Heading() {
  const t = useTranslations("start");
  return (
    <>
      <h1 className="max-w-3xl font-display text-4xl leading-[1.1] sm:text-5xl">{t("title")}</h1>
      <p className="mt-4 max-w-2xl text-lg text-quiet leading-relaxed">{t("lead")}</p>
    </>
  );
}

function Manners() {
  const t = useTranslations("start.form");
  return (
    <p className="mt-4 text-quiet text-sm">
      {t("promise")}{" "}
      <a className="underline underline-offset-4 hover:text-ember-strong" href="/privacy">
        {t("promiseLink")}
      </a>
    </p>
  );
}
