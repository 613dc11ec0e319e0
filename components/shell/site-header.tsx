import { useTranslations } from "next-intl";
import { Logo } from "./logo.tsx";

/** The header of every page that belongs to no check. Theme and language stand in the footer. */
export function SiteHeader() {
  const t = useTranslations("site");
  return (
    <header className="topbar">
      <a className="brand" href="/">
        <Logo />
        {t("name")}
      </a>
      <nav aria-label={t("nav.label")} className="topbar__links print:hidden">
        <a href="/how">{t("nav.how")}</a>
      </nav>
    </header>
  );
}
