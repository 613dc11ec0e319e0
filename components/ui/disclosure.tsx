import type { ReactNode } from "react";
import { cn } from "./cn.ts";
import { Drawing } from "./drawing.tsx";
import { CHEVRON } from "./shapes.ts";

type DisclosureProps = { summary: ReactNode; children: ReactNode; open?: boolean; className?: string; id?: string };

/** The browser's own: it opens without a script, is found by "find in page", and prints open. For parts that the browser draws too. */
export function Disclosure({ summary, children, open, className, id }: DisclosureProps) {
  return (
    <details className={cn("group/fold", className)} id={id} open={open}>
      <summary className="flex min-h-9 list-none items-center gap-1.5 rounded-md font-semibold hover:text-ember-strong [&::-webkit-details-marker]:hidden">
        <Drawing
          className="shrink-0 transition-transform group-open/fold:rotate-90 rtl:-scale-x-100 rtl:group-open/fold:-rotate-90"
          path={CHEVRON}
        />
        {summary}
      </summary>
      {children}
    </details>
  );
}
