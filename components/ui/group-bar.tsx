import { patternOf } from "./group-look.ts";
import { segments } from "./segments.ts";

const percent = (value: number) => `${value.toFixed(3)}%`;

/** The bar alone. It is hidden from screen readers: the sentence and the list beside it say the same in words. */
export function GroupBar({ counts, className }: { counts: Readonly<Record<string, number>>; className?: string }) {
  return (
    <div aria-hidden="true" className={className} data-swatch>
      <svg className="block h-7 w-full overflow-hidden rounded-md rtl:-scale-x-100" height="28" width="100%">
        <title>{""}</title>
        {segments(counts).map(({ group, from, width }) => (
          <g key={group}>
            <rect fill={patternOf(group)} height="28" width={percent(width)} x={percent(from)} />
            {from > 0 ? <rect className="fill-card" height="28" width="2" x={percent(from)} /> : null}
          </g>
        ))}
      </svg>
    </div>
  );
}
