import { NextIntlClientProvider, useTranslations } from "next-intl";
import { getMessages } from "next-intl/server";
import { type Query, readAsked } from "#components/start/asked.ts";
import { CandidatesField } from "#components/start/candidates-field.tsx";
import { ProblemSummary } from "#components/start/problem-summary.tsx";
import { Promises } from "#components/start/promises.tsx";
import { Recent } from "#components/start/recent/recent.tsx";
import { Sample } from "#components/start/sample.tsx";
import { StartForm } from "#components/start/start-form.tsx";
import { GroupPatterns } from "#components/ui/groups/group-patterns.tsx";
import { Street } from "#components/ui/street.tsx";

type Props = { searchParams: Promise<Query> };

/** `?old=` fills the form and never starts it; a refused form comes back here with codes of what to mend. */
export default async function Start({ searchParams }: Props) {
  const [asked, { start }] = await Promise.all([searchParams.then(readAsked), getMessages()]);
  return (
    <>
      <GroupPatterns />
      <div className="hero">
        <div className="min-w-0">
          <Heading />
          <div className="ask section">
            <ProblemSummary problems={asked.problems} />
            <NextIntlClientProvider messages={{ start }}>
              <StartForm
                asked={asked}
                candidates={<CandidatesField asked={asked} />}
                now={Date.now()}
                promises={<Promises />}
              />
            </NextIntlClientProvider>
          </div>
        </div>
        <div className="stack">
          <Sample />
          <NextIntlClientProvider messages={{ start }}>
            <Recent />
          </NextIntlClientProvider>
        </div>
      </div>
      <div aria-hidden="true" className="street-band">
        <Street lit={0.6} />
      </div>
    </>
  );
}

/** Both wordings are in the page; the switch shows one of them, without a script. */
function Heading() {
  const t = useTranslations("start");
  return (
    <>
      <h1>
        <span className="moved">{t("title")}</span>
        <span className="planned">{t("planned.title")}</span>
      </h1>
      <p className="lead moved">{t("lead")}</p>
      <p className="lead planned">{t("planned.lead")}</p>
    </>
  );
}
