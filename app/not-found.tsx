import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { buttonLook } from "#components/ui/button.tsx";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("notFound"))("title"),
});

export default function NotFound() {
  const t = useTranslations("notFound");
  return (
    <article className="max-w-prose">
      <h1 className="font-display text-3xl sm:text-4xl">{t("title")}</h1>
      <p className="mt-4 text-lg">{t("address")}</p>
      <p className="mt-3 text-quiet">{t("check")}</p>
      <a className={buttonLook({ className: "mt-6" })} href="/">
        {t("start")}
      </a>
    </article>
  );
}
