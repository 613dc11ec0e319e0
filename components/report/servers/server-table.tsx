import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { HostName } from "#components/ui/address.tsx";
import { cn } from "#components/ui/cn.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { shownCause } from "#i18n/cause-words.ts";
import type { Report } from "#lib/contract/report.ts";
import { displayHost } from "#lib/domain/names/host.ts";
import { softwareName } from "#lib/software/index.ts";
import type { Phase } from "../overview/headline.ts";
import { whyNobody } from "../overview/nobody.ts";
import { rowsOf, type ServerRow } from "./server-rows.ts";

type ServerTableProps = { report: Report; phase: Phase; checkPath: string };
type RowsProps = Omit<ServerTableProps, "phase">;

/** The table that shows where one step helps most people. */
export function ServerTable({ report, phase, checkPath }: ServerTableProps) {
  const t = useTranslations("servers");
  const nobody = useTranslations("nobody");
  const { rows, small, onePerson, allHere } = rowsOf(report.servers);
  const count = rows.length + small.length + onePerson.servers;
  const best = rows.find(({ help }) => help === "letter");
  if (count === 0) return <p className="text-lg">{nobody(whyNobody(report, phase))}</p>;
  const people = small.reduce((sum, { server }) => sum + server.missing, 0);
  return (
    <div className="space-y-6">
      <p className="text-lg">{t("lead", { count })}</p>
      {best ? (
        <p className="rounded-xl border-2 border-ember bg-card px-5 py-3.5 font-semibold">
          {t("best", { count: best.frees, host: displayHost(best.server.host).shown })}
        </p>
      ) : null}
      {rows.length > 0 ? <Rows checkPath={checkPath} report={report} rows={rows} /> : null}
      {small.length > 0 ? (
        <Disclosure open={rows.length === 0} summary={t("small", { servers: small.length, people })}>
          <Rows checkPath={checkPath} report={report} rows={small} />
        </Disclosure>
      ) : null}
      {onePerson.servers > 0 ? <p className="text-quiet">{t("onePerson", onePerson)}</p> : null}
      {allHere > 0 ? <p className="text-quiet">{t("allHere", { count: allHere })}</p> : null}
    </div>
  );
}

function Rows({ rows, report, checkPath }: RowsProps & { rows: readonly ServerRow[] }) {
  const t = useTranslations("servers");
  return (
    <div className="@container">
      <table className="w-full text-start">
        <caption className="sr-only">{t("caption")}</caption>
        <thead className="text-quiet text-sm">
          <tr className="border-edge border-b">
            <Head>{t("server")}</Head>
            <Head look="text-end @max-3xs:pe-0">{t("missing")}</Head>
            <Head look={ROOMY}>{t("here")}</Head>
            <Head look={WIDE}>{t("reach")}</Head>
            <Head look={WIDE}>{t("cause")}</Head>
            <Head look={WIDE}>{t("helps")}</Head>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row checkPath={checkPath} key={row.server.host} report={report} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** With large text on a phone two columns are all that fits: the third goes where the last three are already. */
const ROOMY = "text-end @max-3xs:hidden";
const WIDE = "hidden text-start md:table-cell";

type HeadProps = { children: React.ReactNode; look?: string };
const Head = ({ children, look = "text-start" }: HeadProps) => (
  <th className={cn("py-2 pe-4 font-semibold", look)} scope="col">
    {children}
  </th>
);

/** On a phone the last three columns stand below the first three, as wide as the page. */
function Row({ row, report, checkPath }: RowsProps & { row: ServerRow }) {
  const t = useTranslations("servers");
  const reach = useTranslations("reach");
  const causes = useTranslations("causes");
  const format = useFormatter();
  const { server, help, cause } = row;
  const names = { old: report.old.host, new: report.new?.host ?? "" };
  const why = cause ? causes(`${shownCause(cause)}.title`, names) : "";
  const wide = cn("py-3 pe-4 align-top", WIDE);
  return (
    <>
      <tr className="border-line md:border-b">
        <th className="py-3 pe-4 pb-1 text-start align-top font-normal md:min-w-52 md:pb-3" scope="row">
          <Link
            className="font-semibold underline underline-offset-4 hover:text-ember-strong"
            href={`${checkPath}/servers/${server.host}`}
            prefetch={false}
          >
            <HostName {...displayHost(server.host)} />
          </Link>
          <span className="block text-quiet text-sm">
            {server.software
              ? t("software", { ...server.software, name: softwareName(server.software.name) })
              : server.slow
                ? t("slow")
                : null}
          </span>
        </th>
        <td className="py-3 pe-4 text-end align-top font-semibold tabular-nums @max-3xs:pe-0">
          {format.number(server.missing)}
        </td>
        <td className={cn("py-3 pe-4 align-top tabular-nums", ROOMY)}>{format.number(server.here)}</td>
        <td className={wide}>{reach(server.reach)}</td>
        <td className={wide}>{why}</td>
        <td className={wide}>
          <Helps row={row} />
        </td>
      </tr>
      <tr className="border-line border-b md:hidden">
        <td className="pb-3 text-sm" colSpan={3}>
          {why ? <p>{why}</p> : null}
          <p className="text-quiet">{reach(server.reach)}</p>
          <p className="hidden @max-3xs:block">
            <span className="text-quiet">{t("here")}:</span> {format.number(server.here)}
          </p>
          {help === "nothing" ? null : (
            <p>
              <span className="text-quiet">{t("helps")}:</span> <Helps row={row} />
            </p>
          )}
        </td>
      </tr>
    </>
  );
}

/** The order of the table rests on how many a step helps, so the number stands where the step is named. */
function Helps({ row: { help, frees } }: { row: ServerRow }) {
  const t = useTranslations("servers");
  const step = t(`help.${help}`);
  return frees > 0 ? t("helpFor", { step, count: frees }) : step;
}
