"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { load } from "#components/ui/load.ts";
import { useOwnerCalls } from "./use-owner-calls.ts";

/** The question cannot be asked, and nothing is deleted without it. */
function NotLoaded() {
  const t = useTranslations("keep");
  return <p role="alert">{t("notAsked")}</p>;
}

/** Asked once in the life of a check: nobody loads it before. */
const RemoveDialog = lazy(load(() => import("./remove-dialog.tsx"), NotLoaded));

/** What the owner may do with a finished check. */
export function OwnerCalls({ id }: { id: string }) {
  const t = useTranslations("keep");
  const { done, recheck, remove } = useOwnerCalls(id);
  const busy = done === "busy";
  return (
    <div className="noscript:hidden space-y-5">
      <div>
        <Button disabled={busy} onClick={() => void recheck()} tone="plain">
          {t("recheck")}
        </Button>
        <p className="mt-1 text-quiet text-sm">{t("recheckText")}</p>
      </div>
      <div>
        <Remove onRemove={() => void remove()} />
        <p className="mt-1 text-quiet text-sm">{t("removeText")}</p>
      </div>
      <p className="min-h-6" role="status">
        {done === "idle" || busy ? null : t(done)}
      </p>
    </div>
  );
}

function Remove({ onRemove }: { onRemove: () => void }) {
  const t = useTranslations("keep");
  const [asked, setAsked] = useState<"never" | "now" | "before">("never");
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setAsked("now")} ref={button} tone="plain">
        {t("remove")}
      </Button>
      {asked === "never" ? null : (
        <Suspense>
          <RemoveDialog
            back={button}
            onOpenChange={(open) => setAsked(open ? "now" : "before")}
            onRemove={onRemove}
            open={asked === "now"}
          />
        </Suspense>
      )}
    </>
  );
}
