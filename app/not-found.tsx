import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Ending } from "#components/ui/ending.tsx";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("notFound"))("title"),
});

export default function NotFound() {
  const t = useTranslations("notFound");
  const text = (
    <>
      <p>{t("address")}</p>
      <p>{t("check")}</p>
    </>
  );
  const start = (
    <a className="btn btn--main" href="/">
      {t("start")}
    </a>
  );
  return <Ending buttons={start} text={text} title={t("title")} />;
}
