import { useTranslations } from "next-intl";
import type { Report, ReportFollower } from "#lib/contract/report.ts";
import { partQuiet } from "../overview/quiet.ts";
import { FollowerRow } from "./follower-row.tsx";

type FollowerTableProps = { people: readonly ReportFollower[]; report: Report; now: number };

export function FollowerTable({ people, report, now }: FollowerTableProps) {
  const t = useTranslations("followers");
  const { lively, quiet } = partQuiet(people, now);
  if (people.length === 0) return null;
  return (
    <table className="w-full text-start">
      <caption className="sr-only">{t("caption")}</caption>
      <thead className="text-quiet text-sm max-sm:sr-only">
        <tr className="border-edge border-b">
          <th className="py-2 pe-4 text-start font-semibold" scope="col">
            {t("person")}
          </th>
          <th className="hidden py-2 pe-4 text-start font-semibold sm:table-cell" scope="col">
            {t("why")}
          </th>
          <th className="hidden py-2 text-start font-semibold sm:table-cell" scope="col">
            {t("reach")}
          </th>
        </tr>
      </thead>
      <tbody>
        {lively.map((person) => (
          <FollowerRow key={person.acct} now={now} person={person} report={report} />
        ))}
      </tbody>
      {quiet.length > 0 ? (
        <tbody>
          <tr>
            <th className="pt-8 pb-2 text-start font-semibold" colSpan={3} scope="rowgroup">
              {t("quiet")}
            </th>
          </tr>
          {quiet.map((person) => (
            <FollowerRow key={person.acct} now={now} person={person} report={report} />
          ))}
        </tbody>
      ) : null}
    </table>
  );
}
