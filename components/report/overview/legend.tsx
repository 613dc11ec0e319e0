import { useFormatter, useTranslations } from "next-intl";
import { Swatch } from "#components/ui/groups/swatch.tsx";
import { WhoBar } from "#components/ui/groups/who-bar.tsx";
import type { Report } from "#lib/contract/report.ts";
import type { CauseGroup } from "./groups.ts";

type LegendProps = { groups: readonly CauseGroup[]; report: Report; ended: boolean; checkPath: string };

/** The bar by who can act, and the same numbers in words, each leading to its reasons. */
export function Legend({ groups, report, ended, checkPath }: LegendProps) {
  const t = useTranslations("bar");
  const name = useTranslations("bar.groups");
  const format = useFormatter();
  const judged = groups.reduce((sum, { count }) => sum + count, 0);
  const waiting = ended ? 0 : (report.counts.provisional ?? 0);
  const parts = groups.map(({ group, count }) => t("part", { count, group: name(group) }));
  if (groups.length === 0) return null;
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
              <a href={group === "here" ? `${checkPath}/followers?group=here` : `#group-${group}`}>
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
