import { useFormatter, useTranslations } from "next-intl";
import { type GroupName, patternOf } from "#components/ui/groups/group-look.ts";
import { Swatch } from "#components/ui/groups/swatch.tsx";
import type { Compared } from "#lib/plan/compare.ts";

/** From the number that is sure to the one that cannot be excluded. */
export function Range({ one: { low, high, closedBy }, ended }: { one: Compared; ended: boolean }) {
  const t = useTranslations("before.range");
  const format = useFormatter();
  if (closedBy) return <b className="cand__range cand__range--none">{t("none")}</b>;
  if (!ended) return <b className="cand__range">{t("soFar", { count: low })}</b>;
  const numbers = low === high ? format.number(low) : `${format.number(low)}–${format.number(high)}`;
  return <b className="cand__range">{numbers}</b>;
}

const percent = (value: number) => `${value.toFixed(2)}%`;

/** The numbers beside it say the same: the picture is for the eye alone. */
export function RangeBar({ one, lost }: { one: Compared; lost: number }) {
  const parts = partsOf(one, lost);
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  return (
    <svg aria-hidden="true" className="rangebar">
      {parts.map(({ group, count }, at) => (
        <rect
          fill={patternOf(group)}
          height="100%"
          key={group}
          width={percent((count / total) * 100)}
          x={percent((parts.slice(0, at).reduce((sum, part) => sum + part.count, 0) / total) * 100)}
        />
      ))}
    </svg>
  );
}

type Part = { readonly group: GroupName; readonly count: number };

function partsOf({ low, unknown, waits, cannot }: Compared, lost: number): readonly Part[] {
  const parts: readonly Part[] = [
    { group: "here", count: low },
    { group: "unknown", count: unknown },
    { group: "you", count: waits },
    { group: "admin", count: cannot },
    { group: "nobody", count: lost },
  ];
  return parts.filter(({ count }) => count > 0);
}

const KEY = [
  ["here", "can"],
  ["unknown", "unknown"],
  ["you", "waits"],
  ["admin", "cannot"],
  ["nobody", "lost"],
] as const;

export function Key({ lost }: { lost: number }) {
  const t = useTranslations("before.key");
  return (
    <ul className="key">
      {KEY.filter(([group]) => group !== "nobody" || lost > 0).map(([group, word]) => (
        <li key={group}>
          <Swatch group={group} />
          {t(word)}
        </li>
      ))}
    </ul>
  );
}
