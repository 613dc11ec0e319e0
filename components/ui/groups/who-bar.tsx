import { patternOf } from "./group-look.ts";
import { segments } from "./segments.ts";

const percent = (value: number) => `${value.toFixed(2)}%`;

type WhoBarProps = {
  counts: Readonly<Record<string, number>>;
  /** The same in words. */
  label: string;
  /** The share of the bar that is filled: less than one while people wait to be judged. */
  filled?: number;
};

/** Who can fix it, as one bar. */
export function WhoBar({ counts, label, filled = 1 }: WhoBarProps) {
  return (
    <svg aria-label={label} className="whobar" role="img">
      {segments(counts).map(({ group, from, width }) => (
        <g key={group}>
          <rect fill={patternOf(group)} height="100%" width={percent(width * filled)} x={percent(from * filled)} />
          {from > 0 ? <rect className="g-mark" height="100%" width="2" x={percent(from * filled)} /> : null}
        </g>
      ))}
    </svg>
  );
}
