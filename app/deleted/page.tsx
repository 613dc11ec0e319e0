import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Ending } from "#components/ui/ending.tsx";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("keep"))("deleted.title"),
  robots: { index: false },
});

/** Where the deletion of a check leads to. It knows nothing of the check: there is nothing left to know. */
export default function Deleted() {
  const t = useTranslations("keep.deleted");
  const start = (
    <a className="btn btn--main" href="/">
      {t("start")}
    </a>
  );
  return <Ending buttons={start} text={<p>{t("text")}</p>} title={t("title")} />;
}
