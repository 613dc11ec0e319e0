"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { useOwnerCalls } from "./use-owner-calls.ts";

export function OwnerCalls({ id }: { id: string }) {
  const t = useTranslations("keep");
  const { done, recheck, remove } = useOwnerCalls(id);
  const [asking, setAsking] = useState(false);
  const busy = done === "busy";
  return (
    <div className="space-y-5">
      <div>
        <Button disabled={busy} onClick={() => void recheck()} tone="plain">
          {t("recheck")}
        </Button>
        <p className="mt-1 text-quiet text-sm">{t("recheckText")}</p>
      </div>
      <div>
        {asking ? (
          <div className="flex flex-wrap gap-2">
            <Button disabled={busy} onClick={() => void remove()} tone="plain">
              {t("removeSure")}
            </Button>
            <Button onClick={() => setAsking(false)} tone="quiet">
              {t("removeNot")}
            </Button>
          </div>
        ) : (
          <Button onClick={() => setAsking(true)} tone="plain">
            {t("remove")}
          </Button>
        )}
        <p className="mt-1 text-quiet text-sm">{t("removeText")}</p>
      </div>
      <p className="min-h-6" role="status">
        {done === "idle" || busy ? null : t(done)}
      </p>
    </div>
  );
}
