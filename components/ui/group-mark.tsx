import { cn } from "./cn.ts";
import { DrawnIcon } from "./drawn-icon.tsx";
import { type GroupName, patternOf } from "./group-look.ts";

/** Swatch and icon of a group; the name stands beside it in words. */
export function GroupMark({ group, className }: { group: GroupName; className?: string }) {
  return (
    <span aria-hidden="true" className={cn("inline-flex items-center gap-2", className)}>
      <svg aria-hidden="true" className="size-4 shrink-0 rounded-sm border border-edge" data-swatch viewBox="0 0 16 16">
        <rect fill={patternOf(group)} height="16" width="16" />
      </svg>
      <DrawnIcon className="size-4 shrink-0 text-quiet" name={group} />
    </span>
  );
}
