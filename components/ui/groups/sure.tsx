import type { ReactNode } from "react";

/** How many of three dots are filled. */
const DOTS = { proven: 3, likely: 2, possible: 1 } as const;
const PLACES = [4, 11, 18] as const;

/** How sure a sentence is: dots for the eye, and the word. */
export function Sure({ certainty, children }: { certainty: keyof typeof DOTS; children: ReactNode }) {
  return (
    <span className="sure">
      <svg aria-hidden="true" viewBox="0 0 22 8">
        {PLACES.map((x, at) => (
          <circle className={at < DOTS[certainty] ? "on" : undefined} cx={x} cy="4" key={x} r="2.75" />
        ))}
      </svg>
      {children}
    </span>
  );
}
