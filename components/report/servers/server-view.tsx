import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { HostName } from "#components/ui/address.tsx";
import { Swatch } from "#components/ui/groups/swatch.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { shownCause } from "#i18n/cause-words.ts";
import { peopleWhere } from "#lib/causes/index.ts";
import type { CheckState } from "#lib/contract/check-state.ts";
import type { Report, ReportFollower, ReportServer } from "#lib/contract/report.ts";
import { displayHost } from "#lib/domain/names/host.ts";
import { softwareName } from "#lib/software/index.ts";
import { actionFor } from "../overview/causes/card-action.ts";
import { Do } from "../overview/causes/cause-row.tsx";
import { groupOfCause } from "../overview/groups.ts";
import { CertaintyText } from "../words/certainty-words.tsx";
import { Evidence } from "../words/evidence.tsx";
import { ReachCell } from "../words/reach-cell.tsx";
import { useCauseTitle, useCauseWhat } from "../words/use-cause-title.ts";
import { Arrival } from "./server-arrival.tsx";
import { isOwnersAffair, reasonsOf } from "./server-rows.ts";

type ServerViewProps = {
  server: ReportServer;
  report: Report;
  proof: CheckState["proof"];
  /** Some people from there, for how sure each reason is. */
  people?: readonly ReportFollower[] | undefined;
  checkPath: string;
  /** Where the mover says what somebody there has seen. */
  told?: ReactNode;
  /** What to write to one's own admin about this server. */
  letter?: ReactNode;
};

/** One server: its people, whether they can follow, why they are missing, and every answer it gave. */
export function ServerView(props: ServerViewProps) {
  const t = useTranslations("server");
  const servers = useTranslations("servers");
  const { server, checkPath, told, letter } = props;
  const { host, missing, known, software } = server;
  const owners = isOwnersAffair(server);
  return (
    <>
      <Link className="crumb print:hidden" href={`${checkPath}/servers`} prefetch={false}>
        <Icon name="back" />
        {t("back")}
      </Link>
      <h1>
        <HostName {...displayHost(host)} />
      </h1>
      <p className="subline">
        {t("missing", { missing, known })}
        {software ? ` · ${servers("software", { ...software, name: softwareName(software.name) })}` : null}
      </p>
      {owners ? (
        <p className="lead section">{t("onePerson")}</p>
      ) : (
        <div className="split">
          <div className="stack-wide">
            <Numbers {...props} />
            <Reasons {...props} />
            {letter}
            <Answers {...props} />
          </div>
          {told ? <aside className="stack-wide">{told}</aside> : null}
        </div>
      )}
    </>
  );
}

function Numbers({ server, report, checkPath }: ServerViewProps) {
  const t = useTranslations("server");
  const certainty = useTranslations("certainty");
  const { host, known, reach, reachCertainty, causes } = server;
  const listed = known > peopleWhere(causes, ({ listed: shown }) => !shown);
  return (
    <div className="verdict card">
      <div className="server-nums">
        <Arrival report={report} server={server} />
        <dl className="facts facts--row">
          <div>
            <dt>{t("reach")}</dt>
            <dd>
              <ReachCell reach={reach} />
              {reachCertainty ? <span className="quiet"> · {certainty(reachCertainty)}</span> : null}
            </dd>
          </div>
        </dl>
      </div>
      {listed ? (
        <p className="btns print:hidden">
          <Link className="btn btn--small" href={`${checkPath}/followers?server=${host}`} prefetch={false}>
            <Icon name="people" />
            {t("people")}
          </Link>
        </p>
      ) : null}
    </div>
  );
}

function Answers({ server, report }: ServerViewProps) {
  const t = useTranslations("server");
  const scene = { host: server.host, old: report.old.host, fresh: report.new?.host ?? "" };
  return (
    <section>
      <h2>{t("facts")}</h2>
      {server.facts.length > 0 ? <Evidence facts={server.facts} scene={scene} /> : <p>{t("noFacts")}</p>}
    </section>
  );
}

function Reasons(props: ServerViewProps) {
  const t = useTranslations("server");
  const reasons = reasonsOf(props.server);
  if (reasons.length === 0) return null;
  return (
    <section>
      <h2>{t("causes")}</h2>
      <ul className="reasons">
        {reasons.map(({ cause, people }) => (
          <Reason {...props} cause={cause} count={people} key={cause} />
        ))}
      </ul>
    </section>
  );
}

type ReasonProps = ServerViewProps & { cause: string; count: number };

function Reason({ cause, count, report, proof, people = [], checkPath }: ReasonProps) {
  const label = useTranslations("report");
  const causes = useTranslations("causes");
  const format = useFormatter();
  const names = { old: report.old.host, new: report.new?.host ?? "" };
  const title = useCauseTitle(names);
  const what = useCauseWhat(names);
  const shown = shownCause(cause);
  const those = people.filter((person) => person.cause === cause);
  if (shown === "none") return null;
  const action = actionFor(shown, { report, proof, checkPath });
  return (
    <li>
      <h3>
        <Swatch group={groupOfCause(shown)} />
        {title(shown, those)}
        <b className="num">{format.number(count)}</b>
      </h3>
      <p>{what(shown, those)}</p>
      <dl className="facts">
        <div>
          <dt>{label("who")}</dt>
          <dd>{causes(`${shown}.who`, names)}</dd>
        </div>
        <CertaintyText cause={shown} people={those} />
      </dl>
      {action ? (
        <p className="btns print:hidden">
          <Do action={action} look="btn btn--small" />
        </p>
      ) : null}
    </li>
  );
}
