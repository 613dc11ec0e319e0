"use client";

import { useTranslations } from "next-intl";
import {
  AlertDialog,
  AlertDialogClose,
  AlertDialogContent,
  AlertDialogDescription,
  AlertDialogTitle,
  AlertDialogTrigger,
} from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { useOwnerCalls } from "./use-owner-calls.ts";

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
  return (
    <AlertDialog>
      <AlertDialogTrigger render={<Button tone="plain" />}>{t("remove")}</AlertDialogTrigger>
      <AlertDialogContent>
        <AlertDialogTitle>{t("removeAsk")}</AlertDialogTitle>
        <AlertDialogDescription>{t("removeText")}</AlertDialogDescription>
        <div className="mt-5 flex flex-wrap gap-3">
          <AlertDialogClose onClick={onRemove} render={<Button />}>
            {t("removeSure")}
          </AlertDialogClose>
          <AlertDialogClose render={<Button tone="plain" />}>{t("removeNot")}</AlertDialogClose>
        </div>
      </AlertDialogContent>
    </AlertDialog>
  );
}
