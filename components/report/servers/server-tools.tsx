import { useFormatter, useTranslations } from "next-intl";
import { Swatch } from "#components/ui/groups/swatch.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import type { Report } from "#lib/contract/report.ts";
import { groupOfCause } from "../overview/groups.ts";
import { chipsOf, type ServerQuery, serverPath } from "./server-filter.ts";
import { SERVER_SORTS, type ServerRow } from "./server-rows.ts";

type ServerToolsProps = { all: readonly ServerRow[]; query: ServerQuery; checkPath: string; report: Report };

/** Which servers to show, and in which order. Every choice is a link and applies at once. */
export function ServerTools({ all, query, checkPath, report }: ServerToolsProps) {
  const t = useTranslations("servers");
  const path = `${checkPath}/servers`;
  return (
    <search>
      <form action={path} className="tools print:hidden" method="get">
        <Chips all={all} checkPath={checkPath} query={query} report={report} />
        <div className="tools__row">
          <SearchField label={t("q")} value={query.q} />
          {query.show ? <input name="show" type="hidden" value={query.show} /> : null}
          {query.sort === "missing" ? null : <input name="sort" type="hidden" value={query.sort} />}
          <button className="btn btn--small" type="submit">
            {t("apply")}
          </button>
          <p className="sortline">
            {t("sorted")}{" "}
            {SERVER_SORTS.map((sort, at) => (
              <span key={sort}>
                {at > 0 ? " · " : null}
                {sort === query.sort ? (
                  <b>{t(`sorts.${sort}`)}</b>
                ) : (
                  <a href={serverPath(path, query, { sort })}>{t(`sorts.${sort}`)}</a>
                )}
              </span>
            ))}
          </p>
        </div>
      </form>
    </search>
  );
}

function Chips({ all, query, checkPath, report }: ServerToolsProps) {
  const t = useTranslations("servers");
  const short = useTranslations("followers.short");
  const path = `${checkPath}/servers`;
  const names = { old: report.old.host, new: report.new?.host ?? "" };
  const { causes, nobody, silent } = chipsOf(all);
  const chip = (show: string, count: number) => ({ show, count, path, query });
  return (
    <nav aria-label={t("filters")} className="chips">
      <Chip {...chip("", all.length)}>{t("all")}</Chip>
      {causes.map(({ cause, words, count }) => (
        <Chip {...chip(cause, count)} key={cause}>
          <Swatch group={groupOfCause(words)} />
          {short(words, names)}
        </Chip>
      ))}
      {nobody > 0 ? <Chip {...chip("nobody", nobody)}>{t("nobodyCame")}</Chip> : null}
      {silent > 0 ? <Chip {...chip("silent", silent)}>{t("silent")}</Chip> : null}
    </nav>
  );
}

type ChipProps = { show: string; count: number; path: string; query: ServerQuery; children: React.ReactNode };

function Chip({ show, count, path, query, children }: ChipProps) {
  const format = useFormatter();
  return (
    <a
      aria-current={query.show === show ? "true" : undefined}
      className="chip"
      href={serverPath(path, query, { show })}
    >
      {children}
      <span className="num">{format.number(count)}</span>
    </a>
  );
}
