import Link from "next/link";
import { useTranslations } from "next-intl";
import { Icon } from "#components/ui/icon.tsx";

/** The way back to the result, and in which sense all numbers here are meant. */
export function LooksBack({ backPath }: { backPath: string }) {
  const t = useTranslations("lookBack");
  return (
    <>
      <Link className="crumb print:hidden" href={backPath} prefetch={false}>
        <Icon name="back" />
        {t("back")}
      </Link>
      <p className="note note--words note--plain">{t("note")}</p>
    </>
  );
}
