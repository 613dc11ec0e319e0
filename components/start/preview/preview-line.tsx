"use client";

import { useTranslations } from "next-intl";
import { lazy, type ReactNode, Suspense } from "react";
import { load } from "#components/ui/browser/load.ts";
import type { Look } from "./use-preview.ts";

/** Fetched with the first address that is looked up: the start needs none. */
const PreviewLook = lazy(load(() => import("./preview-look.tsx"), NotLooked));

type PreviewLineProps = {
  look: Look;
  host: string | undefined;
  id: string;
  hint: ReactNode;
  side: "old" | "new";
  onUse: (address: string) => void;
};

/** What is known about the typed account, in the place of the hint below its field. The room is kept, so that nothing jumps. */
export function PreviewLine({ hint, id, look, ...about }: PreviewLineProps) {
  const words = hint ? <p className="hint">{hint}</p> : null;
  return (
    <div className={hint ? "min-h-11" : undefined} id={id} role="status">
      {look.state === "idle" ? words : null}
      {look.state === "failed" ? <NotLooked /> : null}
      {look.state === "looking" || look.state === "found" ? (
        <Suspense fallback={words}>
          <PreviewLook {...about} look={look} />
        </Suspense>
      ) : null}
    </div>
  );
}

function NotLooked() {
  const t = useTranslations("start.preview");
  return <p className="hint">{t("failed")}</p>;
}
