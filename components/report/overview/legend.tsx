import { useFormatter, useTranslations } from "next-intl";
import { Swatch } from "#components/ui/groups/swatch.tsx";
import { WhoBar } from "#components/ui/groups/who-bar.tsx";
import type { Report } from "#lib/contract/report.ts";
import type { CauseGroup } from "./groups.ts";

type LegendProps = {
  groups: readonly CauseGroup[];
  report: Report;
  ended: boolean;
  /** The table below has its rows. */
  settled: boolean;
  checkPath: string;
};

/** The bar by who can act, and the same numbers in words, each leading to its reasons. */
export function Legend({ groups, report, ended, settled, checkPath }: LegendProps) {
  const t = useTranslations("bar");
  const name = useTranslations("bar.groups");
  const format = useFormatter();
  const judged = groups.reduce((sum, { count }) => sum + count, 0);
  const waiting = ended ? 0 : (report.counts.provisional ?? 0);
  const parts = groups.map(({ group, count }) => t("part", { count, group: name(group) }));
  if (groups.length === 0) return ended ? null : <BlankLegend />;
  const all = waiting > 0 ? [...parts, t("notYet", { count: waiting })] : parts;
  return (
    <figure className="picture">
      <WhoBar
        counts={Object.fromEntries(groups.map(({ group, count }) => [group, count]))}
        filled={judged / (judged + waiting)}
        label={format.list(all, { type: "unit" })}
      />
      <figcaption className="legend-line">
        <span className="legend-line__q">{t("title")}</span>
        <ul className="legend">
          {groups.map(({ group, count }) => (
            <li key={group}>
              <a href={group === "here" ? `${checkPath}/followers?group=here` : settled ? `#group-${group}` : "#why"}>
                <Swatch group={group} />
                <span>{name(group)}</span>
                <b className="num">{format.number(count)}</b>
              </a>
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}

/** Before anybody is known to be missing: the same room, so that nothing moves when the bar comes. */
function BlankLegend() {
  const t = useTranslations("bar");
  return (
    <figure aria-hidden="true" className="picture">
      <svg className="whobar" />
      <div className="legend-line">
        <span className="legend-line__q">{t("title")}</span>
        <div className="legend" />
      </div>
    </figure>
  );
}
