import { useTranslations } from "next-intl";

const PAGES = ["how", "privacy", "bot"] as const;

export function SiteFooter() {
  const t = useTranslations("site");
  return (
    <footer className="mx-auto mt-16 w-full max-w-5xl px-4 text-quiet text-sm sm:px-6">
      <div className="border-line border-t py-8">
        <p className="max-w-prose">{t("footer.about")}</p>
        <ul className="mt-2 flex flex-wrap gap-x-1 print:hidden">
          {PAGES.map((page) => (
            <li key={page}>
              <a
                className="inline-flex min-h-9 items-center pe-4 underline underline-offset-4 hover:text-ember-strong"
                href={`/${page}`}
              >
                {t(`footer.${page}`)}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  );
}
