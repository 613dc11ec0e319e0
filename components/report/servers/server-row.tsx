import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { HostName } from "#components/ui/address.tsx";
import { cn } from "#components/ui/cn.ts";
import { Swatch } from "#components/ui/groups/swatch.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { shownCause } from "#i18n/cause-words.ts";
import type { Report } from "#lib/contract/report.ts";
import { displayHost } from "#lib/domain/names/host.ts";
import { softwareName } from "#lib/software/index.ts";
import { groupOfCause } from "../overview/groups.ts";
import { ReachCell } from "../words/reach-cell.tsx";
import { ArrivalCell, tellsWhoCame } from "./server-arrival.tsx";
import { type ServerQuery, serverPath } from "./server-filter.ts";
import type { ServerRow, ServerSort } from "./server-rows.ts";
import { type StepScene, stepAt } from "./server-step.ts";

export type ServerScene = StepScene & { query: ServerQuery };
type RowsProps = { rows: readonly ServerRow[]; scene: ServerScene };

export function ServerRows({ rows, scene }: RowsProps) {
  const t = useTranslations("servers");
  const came = tellsWhoCame(scene.report);
  return (
    <table className="table table--servers">
      <caption className="sr">{t("caption")}</caption>
      <thead>
        <tr>
          <Sorted scene={scene} sort="server">
            {t("server")}
          </Sorted>
          <Sorted look={came ? undefined : "only-narrow"} scene={scene} sort="came">
            {t("here")}
          </Sorted>
          <Sorted look="num" scene={scene} sort="missing">
            {t("missing")}
          </Sorted>
          <th scope="col">{t("cause")}</th>
          <th scope="col">{t("reach")}</th>
          <th scope="col">{t("who")}</th>
          <th scope="col">{t("helps")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.server.host} row={row} scene={scene} />
        ))}
      </tbody>
    </table>
  );
}

type SortedProps = { scene: ServerScene; sort: ServerSort; look?: string | undefined; children: React.ReactNode };

function Sorted({ scene: { checkPath, query }, sort, look, children }: SortedProps) {
  const on = query.sort === sort;
  return (
    <th aria-sort={on ? (sort === "missing" ? "descending" : "ascending") : undefined} className={look} scope="col">
      <a href={serverPath(`${checkPath}/servers`, query, { sort })}>
        {children}
        {on ? <Icon name="sort" /> : null}
      </a>
    </th>
  );
}

function Row({ row, scene }: { row: ServerRow; scene: ServerScene }) {
  const t = useTranslations("servers");
  const group = useTranslations("bar.groups");
  const format = useFormatter();
  const { server, reasons } = row;
  const groups = [...new Set(reasons.map(({ cause }) => groupOf(cause)))];
  return (
    <tr data-server={server.host}>
      <th scope="row">
        <Link href={`${scene.checkPath}/servers/${server.host}`} prefetch={false}>
          <HostName {...displayHost(server.host)} />
        </Link>
        <small>
          {server.software
            ? t("software", { ...server.software, name: softwareName(server.software.name) })
            : t(server.slow ? "slow" : "noSoftware")}
        </small>
      </th>
      <td className={cn("t-arrive", !tellsWhoCame(scene.report) && "only-narrow")}>
        <ArrivalCell report={scene.report} server={server} />
      </td>
      <td className="num t-missing">{format.number(server.missing)}</td>
      <td className="t-why">
        <Reasons report={scene.report} row={row} />
      </td>
      <td className="t-reach">
        <ReachCell reach={server.reach} />
      </td>
      <td className="t-who">
        {format.list(
          groups.map((one) => group(one)),
          { type: "unit" },
        )}
      </td>
      <td className="t-do">
        <HelpCell row={row} scene={scene} />
      </td>
    </tr>
  );
}

const groupOf = (cause: string) => {
  const shown = shownCause(cause);
  return shown === "none" ? "unknown" : groupOfCause(shown);
};

function Reasons({ row: { reasons }, report }: { row: ServerRow; report: Report }) {
  const short = useTranslations("followers.short");
  const format = useFormatter();
  const names = { old: report.old.host, new: report.new?.host ?? "" };
  return (
    <ul className="whys">
      {reasons.map(({ cause, people }) => (
        <li className="why" key={cause}>
          <Swatch group={groupOf(cause)} />
          {short(shownCause(cause), names)}
          {reasons.length > 1 ? <b className="num">{format.number(people)}</b> : null}
        </li>
      ))}
    </ul>
  );
}

function HelpCell({ row, scene }: { row: ServerRow; scene: ServerScene }) {
  const t = useTranslations("servers");
  const { help, frees } = row;
  const { href, proof } = stepAt(row, scene);
  const words = frees > 0 ? t("helpFor", { step: t(`help.${help}`), count: frees }) : t(`help.${help}`);
  if (href === null) return <span className="quiet">{words}</span>;
  return (
    <a className="go" href={href}>
      {words}
      {proof ? <span className="quiet note-size"> {t("proof")}</span> : null}
      <Icon name={href.startsWith("https:") ? "out" : "right"} />
    </a>
  );
}
