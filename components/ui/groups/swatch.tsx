import { type GroupName, patternOf } from "./group-look.ts";

/** The colour and the pattern of a group; its name stands beside it in words. */
export function Swatch({ group }: { group: GroupName }) {
  return (
    <svg aria-hidden="true" className="swatch" viewBox="0 0 16 16">
      <rect fill={patternOf(group)} height="16" width="16" />
      {group === "unknown" ? <rect className="g-hatch" height="15" rx="4" width="15" x=".5" y=".5" /> : null}
    </svg>
  );
}
