import { useFormatter, useTranslations } from "next-intl";
import { Swatch } from "#components/ui/groups/swatch.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import { shownCause } from "#i18n/cause-words.ts";
import type { Report } from "#lib/contract/report.ts";
import { GROUPS } from "#lib/domain/diagnosis/verdict.ts";
import { displayHost } from "#lib/domain/names/host.ts";

export type PeopleQuery = Readonly<Record<string, string>>;
type PeopleToolsProps = { path: string; asked: PeopleQuery; report: Report };

const SORTS = ["you-follow", "active", "acct"] as const;

/** The same page with other choices: each choice is a link and applies at once. */
export function withChoice(path: string, asked: PeopleQuery, choice: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams(asked);
  query.delete("cursor");
  for (const [name, value] of Object.entries(choice)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** Whom to show, in which order; a search that works without a script. */
export function PeopleTools({ path, asked, report }: PeopleToolsProps) {
  const t = useTranslations("followers");
  const { cursor: _, q, ...kept } = asked;
  return (
    <search>
      <form action={path} className="tools print:hidden" method="get">
        <Chips asked={asked} path={path} report={report} />
        <Narrowed asked={asked} path={path} report={report} />
        <div className="tools__row">
          <SearchField label={t("q")} value={q} />
          {Object.entries(kept).map(([name, value]) => (
            <input key={name} name={name} type="hidden" value={value} />
          ))}
          <button className="btn btn--small" type="submit">
            {t("apply")}
          </button>
          <Sorts asked={asked} path={path} report={report} />
        </div>
      </form>
    </search>
  );
}

function Chips({ path, asked, report: { counts } }: PeopleToolsProps) {
  const t = useTranslations("followers");
  const name = useTranslations("bar.groups");
  const format = useFormatter();
  const groups = GROUPS.filter((group) => (counts.byGroup[group] ?? 0) > 0);
  const order = [...groups.filter((group) => group !== "here"), ...groups.filter((group) => group === "here")];
  const plain = { group: null, cause: null, reach: null, youFollow: null };
  return (
    <nav aria-label={t("filters")} className="chips">
      <a
        aria-current={asked.group || asked.cause || asked.youFollow ? undefined : "true"}
        className="chip"
        href={withChoice(path, asked, plain)}
      >
        {t("missing")}
        <span className="num">{format.number(counts.missing)}</span>
      </a>
      {order.map((group) => (
        <a
          aria-current={asked.group === group ? "true" : undefined}
          className="chip"
          href={withChoice(path, asked, { ...plain, group })}
          key={group}
        >
          <Swatch group={group} />
          {name(group)}
          <span className="num">{format.number(counts.byGroup[group] ?? 0)}</span>
        </a>
      ))}
    </nav>
  );
}

/** What else was chosen, each with the way to take it back. */
function Narrowed({ path, asked, report }: PeopleToolsProps) {
  const t = useTranslations("followers");
  const causes = useTranslations("causes");
  const names = { old: report.old.host, new: report.new?.host ?? "" };
  const shown = asked.cause ? shownCause(asked.cause) : "none";
  const chosen = [
    ...(asked.server ? [["server", t("from", { server: displayHost(asked.server).shown })]] : []),
    ...(shown === "none" ? [] : [["cause", causes(`${shown}.title`, names)]]),
    ...(asked.q ? [["q", `“${asked.q}”`]] : []),
  ] as const;
  if (chosen.length === 0) return null;
  return (
    <p className="chips">
      {chosen.map(([name = "", label]) => (
        <a className="chip" href={withChoice(path, asked, { [name]: null })} key={name}>
          {label}
          <Icon name="x" />
          <span className="sr">{t("takeBack")}</span>
        </a>
      ))}
    </p>
  );
}

function Sorts({ path, asked, report }: PeopleToolsProps) {
  const t = useTranslations("followers");
  const sort = SORTS.find((one) => one === asked.sort) ?? "you-follow";
  const youFollow = report.counts.parts?.youFollow ?? 0;
  return (
    <p className="sortline">
      {t("sort")}{" "}
      {SORTS.map((one, at) => (
        <span key={one}>
          {at > 0 ? " · " : null}
          {one === sort ? (
            <b>{t(`sorts.${one}`)}</b>
          ) : (
            <a href={withChoice(path, asked, { sort: one })}>{t(`sorts.${one}`)}</a>
          )}
        </span>
      ))}
      {youFollow > 0 ? (
        <>
          {" · "}
          <a
            aria-current={asked.youFollow ? "true" : undefined}
            href={withChoice(path, asked, { youFollow: asked.youFollow ? null : "yes" })}
          >
            {asked.youFollow ? t("notOnlyFollowed") : t("onlyFollowed", { count: youFollow })}
          </a>
        </>
      ) : null}
    </p>
  );
}
