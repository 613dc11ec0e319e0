import { FOLLOWER_LOCALES, OWN_NAMES } from "#i18n/locales.ts";
import { type PageWords, SITE_NAME } from "./words.ts";

export function ShareFoot({ words: { t, language, path } }: { readonly words: PageWords }) {
  return (
    <footer className="foot">
      <div className="foot__in">
        <p>{t.rich("foot.made", { site: () => <a href="/">{SITE_NAME}</a> })}</p>
        <nav aria-label={t("foot.label")} className="foot__links">
          <a href="/remove">{t("foot.report")}</a>
        </nav>
        <nav aria-label={t("language")} className="foot__langs">
          {FOLLOWER_LOCALES.map((locale) => (
            <a
              aria-current={locale === language ? "true" : undefined}
              dir="auto"
              href={`${path}?lang=${locale}`}
              hrefLang={locale}
              key={locale}
              lang={locale}
            >
              {OWN_NAMES[locale]}
            </a>
          ))}
        </nav>
      </div>
    </footer>
  );
}
