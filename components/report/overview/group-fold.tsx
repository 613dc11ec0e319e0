"use client";

import { ChevronRight } from "lucide-react";
import { type ReactNode, useLayoutEffect, useRef } from "react";

const PHONE = "(max-width: 39.99rem)";

/** Open in the HTML, so it is read without a script; a phone folds it, unless the address leads into it. */
export function GroupFold({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  const fold = useRef<HTMLDetailsElement>(null);
  useLayoutEffect(() => {
    const { current } = fold;
    if (current && matchMedia(PHONE).matches && !current.querySelector(":target")) current.open = false;
  }, []);
  return (
    <details className="group/whole" open ref={fold}>
      <summary className="flex min-h-11 list-none items-center gap-2 rounded-md hover:text-ember-strong [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden="true"
          className="size-5 shrink-0 transition-transform group-open/whole:rotate-90 rtl:-scale-x-100"
        />
        {summary}
      </summary>
      {children}
    </details>
  );
}
