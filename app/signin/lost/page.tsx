import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { SiteFrame } from "#components/shell/site-frame.tsx";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("signIn.lost"))("title"),
  robots: { index: false },
});

/** Somebody comes back whom this browser did not send, or too late. Nothing is known of any check then. */
export default function Lost() {
  const t = useTranslations("signIn.lost");
  return (
    <SiteFrame>
      <h1>{t("title")}</h1>
      <p className="lead">{t("text")}</p>
      <p className="btns section">
        <a className="btn" href="/">
          {t("start")}
        </a>
      </p>
    </SiteFrame>
  );
}
