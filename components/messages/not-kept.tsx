import { useTranslations } from "next-intl";

/** Beside the button that was pressed: the page may be longer than the screen. */
export function NotKept({ failed }: { failed: boolean }) {
  const t = useTranslations("writing.plan");
  return failed ? (
    <p className="mt-1 basis-full text-alert" role="alert">
      {t("failed")}
    </p>
  ) : null;
}
