import type { ReactNode } from "react";
import { cn } from "./cn.ts";
import { Icon } from "./icon.tsx";

type FoldProps = { summary: ReactNode; children: ReactNode; open?: boolean; className?: string; id?: string };

/** The browser's own: it opens without a script, is found by "find in page", and prints open. Its sign is drawn by the server. */
export function Fold({ summary, children, open, className, id }: FoldProps) {
  return (
    <details className={cn("fold", className)} id={id} open={open}>
      <summary>
        <Icon className="turn" name="chev" />
        {summary}
      </summary>
      <div className="fold__in stack">{children}</div>
    </details>
  );
}
