import type { ReactNode } from "react";

/** How many of those known from before came along. */
export function Arrive({ here, known, children }: { here: number; known: number; children: ReactNode }) {
  const share = known > 0 ? Math.min(1, here / known) : 0;
  return (
    <div className="arrive">
      <svg aria-hidden="true" className="arrive__bar">
        <rect className="g-here" height="100%" width={`${(share * 100).toFixed(1)}%`} />
      </svg>
      <span>{children}</span>
    </div>
  );
}
