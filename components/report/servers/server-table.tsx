import { useTranslations } from "next-intl";
import { Fold } from "#components/ui/fold.tsx";
import type { CheckState } from "#lib/contract/check-state.ts";
import type { Report } from "#lib/contract/report.ts";
import type { Phase } from "../overview/headline/headline.ts";
import { whyNobody } from "../overview/headline/nobody.ts";
import { narrow, readServerQuery, type ServerQuery } from "./server-filter.ts";
import { ServerRows, type ServerScene } from "./server-row.tsx";
import { rowsOf } from "./server-rows.ts";
import { ServerTools } from "./server-tools.tsx";

type ServerTableProps = {
  report: Report;
  phase: Phase;
  proof: CheckState["proof"];
  checkPath: string;
  query?: ServerQuery;
};

/** Where people are missing, the servers with most of them first. */
export function ServerTable({ report, phase, proof, checkPath, query = readServerQuery({}) }: ServerTableProps) {
  const t = useTranslations("servers");
  const nobody = useTranslations("nobody");
  const all = rowsOf(report.servers, query.sort);
  const count = all.rows.length + all.small.length + all.onePerson.servers;
  const { rows, small } = narrow(all, query);
  const scene: ServerScene = { report, proof, checkPath, query };
  if (count === 0)
    return (
      <>
        <h1>{t("title")}</h1>
        <p className="lead">{nobody(whyNobody(report, phase))}</p>
      </>
    );
  const people = small.reduce((sum, { server }) => sum + server.missing, 0);
  const onlySmall = rows.length === 0;
  return (
    <>
      <h1>{t("lead", { count })}</h1>
      <ServerTools all={[...all.rows, ...all.small]} checkPath={checkPath} query={query} report={report} />
      <div className="table-card">
        {rows.length > 0 ? <ServerRows rows={rows} scene={scene} /> : null}
        {small.length > 0 ? (
          <Fold className="fold--row" open={onlySmall} summary={t("small", { servers: small.length, people })}>
            <ServerRows rows={small} scene={scene} />
          </Fold>
        ) : null}
        {rows.length + small.length === 0 && all.rows.length + all.small.length > 0 ? (
          <p className="table-foot" role="status">
            {t("none")}
          </p>
        ) : null}
        {all.onePerson.servers > 0 ? <p className="table-foot">{t("onePerson", all.onePerson)}</p> : null}
        {all.allHere > 0 ? <p className="table-foot">{t("allHere", { count: all.allHere })}</p> : null}
      </div>
    </>
  );
}
