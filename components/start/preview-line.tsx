"use client";

import { lazy, Suspense } from "react";
import type { Look } from "./use-preview.ts";

/** Fetched with the first address that is looked up: the start needs none. */
const PreviewLook = lazy(() => import("./preview-look.tsx"));

type PreviewLineProps = { look: Look; host: string | undefined; id: string; hint: string; side: "old" | "new" };

/** What is known about the typed account, in the place of the hint below its field. The room is kept, so that nothing jumps. */
export function PreviewLine({ hint, id, ...seen }: PreviewLineProps) {
  const words = <p className="text-quiet">{hint}</p>;
  return (
    <div className="mt-1.5 min-h-11 text-sm" id={id} role="status">
      {seen.look.state === "idle" ? (
        words
      ) : (
        <Suspense fallback={words}>
          <PreviewLook {...seen} />
        </Suspense>
      )}
    </div>
  );
}
