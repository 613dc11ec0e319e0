import { useTranslations } from "next-intl";
import { Icon } from "#components/ui/icon.tsx";
import { INTERFACE_LOCALES, OWN_NAMES } from "#i18n/locales.ts";
import { Contact } from "./contact.tsx";
import { LanguageLinks } from "./language-links.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";

const LANGUAGES = INTERFACE_LOCALES.map((locale) => [locale, OWN_NAMES[locale]] as const);
const PAGES = ["how", "privacy", "bot"] as const;

type SiteFooterProps = { contact?: string | undefined; language: string };

export function SiteFooter({ contact, language }: SiteFooterProps) {
  const t = useTranslations("site");
  const words = { system: t("theme.system"), light: t("theme.light"), dark: t("theme.dark") };
  return (
    <footer className="foot">
      <div className="foot__in">
        <p>
          <span className="foot__about">{t("footer.about")}</span>
          {contact ? <> {t.rich("footer.contact", { who: () => <Contact text={contact} /> })}</> : null}
        </p>
        <nav aria-label={t("footer.label")} className="foot__links print:hidden">
          {PAGES.map((page) => (
            <a href={`/${page}`} key={page}>
              {t(`footer.${page}`)}
            </a>
          ))}
        </nav>
        <div className="foot__links print:hidden">
          <ThemeSwitch icon={<Icon name="sun" />} words={words} />
          <details className="foot__lang">
            <summary>
              <Icon name="language" />
              <span className="sr">{t("language")} </span>
              {LANGUAGES.find(([locale]) => locale === language)?.[1] ?? language}
            </summary>
            <nav aria-label={t("language")} className="foot__langs">
              <LanguageLinks current={language} languages={LANGUAGES} />
            </nav>
          </details>
        </div>
      </div>
    </footer>
  );
}
