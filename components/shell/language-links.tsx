"use client";

import { usePathname, useSearchParams } from "next/navigation";

/** `languages`: handed over, for the table of all would go to every reader as script. */
type LanguageLinksProps = { current: string; label: string; languages: readonly (readonly [string, string])[] };

/**
 * The page one is on, in another language. Plain links: they work without a script. With one, a key that still stands
 * behind the # goes along, which no server sees.
 */
export function LanguageLinks({ current, label, languages }: LanguageLinksProps) {
  const path = usePathname();
  const search = useSearchParams();
  return (
    <nav aria-label={label} className="foot__langs print:hidden">
      {languages.map(([locale, name]) => (
        <a
          aria-current={locale === current ? "true" : undefined}
          dir="auto"
          href={addressIn(locale, path, search.toString())}
          hrefLang={locale}
          key={locale}
          lang={locale}
          onClick={({ currentTarget }) => {
            currentTarget.hash = location.hash;
          }}
        >
          {name}
        </a>
      ))}
    </nav>
  );
}

function addressIn(locale: string, path: string, search: string): string {
  const query = new URLSearchParams(search);
  query.set("lang", locale);
  return `${path}?${query}`;
}
