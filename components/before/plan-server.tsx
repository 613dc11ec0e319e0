import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { HostName } from "#components/ui/address.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { shownCause } from "#i18n/cause-words.ts";
import { judgedCause } from "#lib/causes/index.ts";
import type { ReportServer } from "#lib/contract/report.ts";
import { displayHost } from "#lib/domain/names/host.ts";
import { kindOf, kindsOf } from "#lib/plan/kinds.ts";
import { softwareName } from "#lib/software/index.ts";
import { Cell } from "./compare/cell.tsx";
import type { BeforeScene } from "./scene.ts";

type PlanServerProps = {
  scene: BeforeScene;
  server: ReportServer;
  /** What it answered, in sentences; nothing where it is one person's own. */
  evidence: ReactNode;
  /** Where a block list of it is handed in. */
  list?: ReactNode;
};

/** One of the followers' servers before a move: what each candidate means there, and every answer behind it. */
export function PlanServer({ scene, server, evidence, list }: PlanServerProps) {
  const t = useTranslations("before.server");
  const servers = useTranslations("servers");
  const { software } = server;
  return (
    <>
      <Link className="crumb print:hidden" href={`${scene.checkPath}/servers`} prefetch={false}>
        <Icon name="back" />
        {t("back")}
      </Link>
      <h1>
        <HostName {...displayHost(server.host)} />
      </h1>
      <p className="subline">
        {t("followers", { count: server.known })}
        {software ? ` · ${servers("software", { ...software, name: softwareName(software.name) })}` : null}
      </p>
      {evidence === null ? (
        <p className="lead section">{t("onePerson")}</p>
      ) : (
        <>
          <section className="section">
            <h2>{t("candidates")}</h2>
            <ul className="outcomes card">
              {scene.comparison.candidates.map(({ candidate }) => (
                <Outcome key={candidate.server} scene={scene} server={server} to={candidate.server} />
              ))}
            </ul>
          </section>
          <section className="section">
            <h2>{t("facts")}</h2>
            {evidence}
          </section>
          {list}
        </>
      )}
    </>
  );
}

function Outcome({ scene, server, to }: { scene: BeforeScene; server: ReportServer; to: string }) {
  const causes = useTranslations("causes");
  const format = useFormatter();
  const found = server.plans?.[to] ?? {};
  const names = { old: scene.report.old.host, new: to };
  return (
    <li>
      <h3>
        <HostName {...displayHost(to)} />
      </h3>
      <Cell kinds={kindsOf(found)} />
      {Object.entries(found).map(([cause, people]) => {
        const shown = shownCause(cause);
        if (kindOf(judgedCause(cause)) === "can" || shown === "none") return null;
        return (
          <p className="note-size" key={cause}>
            {causes(`${shown}.title`, names)} <b className="num">{format.number(people)}</b>
          </p>
        );
      })}
    </li>
  );
}
