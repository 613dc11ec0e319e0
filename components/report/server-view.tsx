import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { HostName } from "#components/ui/address.tsx";
import { shownCause } from "#i18n/cause-words.ts";
import type { Report, ReportServer } from "#lib/contract/report.ts";
import { displayHost } from "#lib/domain/host.ts";
import { Evidence } from "./evidence.tsx";
import { isOwnersAffair } from "./server-rows.ts";

type ServerViewProps = { server: ReportServer; report: Report; checkPath: string };

/** One server: its people, whether they can follow, why they are missing, and every answer it gave. */
export function ServerView({ server, report, checkPath }: ServerViewProps) {
  const t = useTranslations("server");
  const reach = useTranslations("reach");
  const certainty = useTranslations("certainty");
  const { host, known, missing, here } = server;
  const owners = isOwnersAffair(server);
  return (
    <article className="max-w-3xl space-y-8">
      <div>
        <Link
          className="text-quiet text-sm underline underline-offset-4 print:hidden"
          href={`${checkPath}/servers`}
          prefetch={false}
        >
          {t("back")}
        </Link>
        <h1 className="mt-2 font-display text-3xl sm:text-4xl">
          <HostName {...displayHost(host)} />
        </h1>
        <p className="mt-3 text-lg">{t("missing", { missing, known })}</p>
        {here > 0 ? <p className="text-quiet">{t("someHere", { count: here })}</p> : null}
        <Link
          className="mt-2 inline-flex min-h-9 items-center font-semibold text-ember underline underline-offset-4 hover:text-ember-strong print:hidden"
          href={`${checkPath}/followers?server=${host}`}
          prefetch={false}
        >
          {t("people")}
        </Link>
      </div>
      <section>
        <h2 className="font-display text-2xl">{t("reach")}</h2>
        <p className="mt-1">
          {reach(server.reach)}
          {server.reachCertainty ? ` (${certainty(server.reachCertainty).toLowerCase()})` : null}
        </p>
      </section>
      {owners ? <p className="text-lg">{t("onePerson")}</p> : <Asked report={report} server={server} />}
    </article>
  );
}

function Asked({ server, report }: Pick<ServerViewProps, "server" | "report">) {
  const t = useTranslations("server");
  const scene = { host: server.host, old: report.old.host, fresh: report.new?.host ?? "" };
  return (
    <>
      <Reasons report={report} server={server} />
      <section>
        <h2 className="font-display text-2xl">{t("facts")}</h2>
        <div className="mt-3">
          {server.facts.length > 0 ? <Evidence facts={server.facts} scene={scene} /> : <p>{t("noFacts")}</p>}
        </div>
      </section>
    </>
  );
}

function Reasons({ server, report }: Pick<ServerViewProps, "server" | "report">) {
  const t = useTranslations("server");
  const causes = useTranslations("causes");
  const format = useFormatter();
  const names = { old: report.old.host, new: report.new?.host ?? "" };
  const reasons = Object.entries(server.causes).filter(([cause, count]) => count > 0 && cause !== "here");
  if (reasons.length === 0) return null;
  return (
    <section>
      <h2 className="font-display text-2xl">{t("causes")}</h2>
      <ul className="mt-2 space-y-3">
        {reasons.map(([cause, count]) => (
          <li key={cause}>
            <p className="font-semibold">
              {format.number(count)} · {causes(`${shownCause(cause)}.title`, names)}
            </p>
            <p>
              {causes(`${shownCause(cause)}.what`, names)} {causes(`${shownCause(cause)}.who`, names)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
