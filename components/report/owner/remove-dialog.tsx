import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import {
  AlertDialog,
  AlertDialogClose,
  AlertDialogContent,
  AlertDialogDescription,
  AlertDialogTitle,
} from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";

type RemoveDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onRemove: () => void;
  /** Where the reader was before the question. */
  back: RefObject<HTMLElement | null>;
};

export default function RemoveDialog({ open, onOpenChange, onRemove, back }: RemoveDialogProps) {
  const t = useTranslations("keep");
  return (
    <AlertDialog onOpenChange={onOpenChange} open={open}>
      <AlertDialogContent back={back}>
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
