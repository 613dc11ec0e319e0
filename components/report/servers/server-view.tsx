import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { HostName } from "#components/ui/address.tsx";
import { shownCause } from "#i18n/cause-words.ts";
import { ARRIVED, peopleWhere } from "#lib/causes/index.ts";
import type { Report, ReportFollower, ReportServer } from "#lib/contract/report.ts";
import { displayHost } from "#lib/domain/names/host.ts";
import { actionFor } from "../overview/card-action.ts";
import { CardButton } from "../overview/cause-card.tsx";
import { CertaintyWords } from "../words/certainty-words.tsx";
import { Evidence } from "../words/evidence.tsx";
import { isOwnersAffair } from "./server-rows.ts";

type ServerViewProps = {
  server: ReportServer;
  report: Report;
  /** Some people from there, for how sure each reason is. */
  people?: readonly ReportFollower[] | undefined;
  checkPath: string;
};

/** One server: its people, whether they can follow, why they are missing, and every answer it gave. */
export function ServerView({ server, report, people, checkPath }: ServerViewProps) {
  const t = useTranslations("server");
  const { host, known, missing, here, causes } = server;
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
        {known > peopleWhere(causes, ({ listed }) => !listed) ? (
          <Link
            className="mt-2 inline-flex min-h-9 items-center font-semibold text-ember underline underline-offset-4 hover:text-ember-strong print:hidden"
            href={`${checkPath}/followers?server=${host}`}
            prefetch={false}
          >
            {t("people")}
          </Link>
        ) : null}
      </div>
      {owners ? (
        <p className="text-lg">{t("onePerson")}</p>
      ) : (
        <>
          <WayIn server={server} />
          <Asked checkPath={checkPath} people={people} report={report} server={server} />
        </>
      )}
    </article>
  );
}

function WayIn({ server: { reach, reachCertainty } }: Pick<ServerViewProps, "server">) {
  const t = useTranslations("server");
  const words = useTranslations("reach");
  const certainty = useTranslations("certainty");
  return (
    <section>
      <h2 className="font-display text-2xl">{t("reach")}</h2>
      <p className="mt-1">
        {words(reach)}
        {reachCertainty ? ` (${certainty(reachCertainty).toLowerCase()})` : null}
      </p>
    </section>
  );
}

function Asked({ server, report, people, checkPath }: ServerViewProps) {
  const t = useTranslations("server");
  const scene = { host: server.host, old: report.old.host, fresh: report.new?.host ?? "" };
  return (
    <>
      <Reasons checkPath={checkPath} people={people} report={report} server={server} />
      <section>
        <h2 className="font-display text-2xl">{t("facts")}</h2>
        <div className="mt-3">
          {server.facts.length > 0 ? <Evidence facts={server.facts} scene={scene} /> : <p>{t("noFacts")}</p>}
        </div>
      </section>
    </>
  );
}

function Reasons(props: ServerViewProps) {
  const t = useTranslations("server");
  const reasons = Object.entries(props.server.causes).filter(([cause, count]) => count > 0 && !ARRIVED.has(cause));
  if (reasons.length === 0) return null;
  return (
    <section>
      <h2 className="font-display text-2xl">{t("causes")}</h2>
      <ul className="mt-2 space-y-3">
        {reasons.map(([cause, count]) => (
          <Reason {...props} cause={cause} count={count} key={cause} />
        ))}
      </ul>
    </section>
  );
}

type ReasonProps = ServerViewProps & { cause: string; count: number };

function Reason({ cause, count, report, people = [], checkPath }: ReasonProps) {
  const label = useTranslations("report");
  const causes = useTranslations("causes");
  const format = useFormatter();
  const names = { old: report.old.host, new: report.new?.host ?? "" };
  const shown = shownCause(cause);
  return (
    <li>
      <p className="font-semibold">
        {format.number(count)} · {causes(`${shown}.title`, names)}
      </p>
      <p>{causes(`${shown}.what`, names)}</p>
      <p className="mt-1">
        <span className="text-quiet">{label("who")}:</span> {causes(`${shown}.who`, names)}
      </p>
      <CertaintyWords people={people.filter((person) => person.cause === cause)} />
      <p className="mt-3 print:hidden">
        <CardButton action={shown === "none" ? null : actionFor(shown, report, checkPath)} />
      </p>
    </li>
  );
}
