import { useFormatter, useTranslations } from "next-intl";
import { Arrive } from "#components/ui/arrive.tsx";
import type { Report, ReportServer } from "#lib/contract/report.ts";

type ArrivalProps = { server: ReportServer; report: Report };

const isSnapshot = ({ counts }: Report): boolean => counts.beforeIs === "snapshot";
/** On a wide screen nobody needs a column that is empty from top to bottom. */
export const tellsWhoCame = (report: Report): boolean =>
  isSnapshot(report) || report.servers.some(({ here }) => here > 0);

/** The missing have a column of their own on a wide screen: there this one leaves them out. */
export function ArrivalCell({ server, report }: ArrivalProps) {
  const format = useFormatter();
  if (isSnapshot(report)) return <Arrival report={report} server={server} />;
  return (
    <>
      <div className="only-narrow">
        <Arrival report={report} server={server} />
      </div>
      {server.here > 0 ? <b className="num only-wide">{format.number(server.here)}</b> : null}
    </>
  );
}

/** A whole to take a share of is known from a saved list alone: an old list has lost those who came along. */
export function Arrival({ server: { here, known, missing }, report }: ArrivalProps) {
  const t = useTranslations("servers");
  const format = useFormatter();
  const n = () => <b className="num">{format.number(here)}</b>;
  if (isSnapshot(report))
    return (
      <Arrive here={here} known={known}>
        {t.rich("came", { n, known })}
      </Arrive>
    );
  return <span className="arrive">{t("missingHere", { missing, here })}</span>;
}
