import { cn } from "./cn.ts";
import { GROUP_ICON, type GroupName, patternOf } from "./group-look.ts";

/** Swatch and icon of a group; the name stands beside it in words. */
export function GroupMark({ group, className }: { group: GroupName; className?: string }) {
  const Icon = GROUP_ICON[group];
  return (
    <span aria-hidden="true" className={cn("inline-flex items-center gap-2", className)}>
      <svg aria-hidden="true" className="size-4 shrink-0 rounded-sm border border-edge" data-swatch viewBox="0 0 16 16">
        <rect fill={patternOf(group)} height="16" width="16" />
      </svg>
      <Icon className="size-4 shrink-0 text-quiet" />
    </span>
  );
}
