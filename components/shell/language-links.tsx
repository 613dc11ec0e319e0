"use client";

import { useSearchParams } from "next/navigation";

/** `languages`: handed over, for the table of all would go to every reader as script. */
type LanguageLinksProps = { current: string; languages: readonly (readonly [string, string])[] };

/**
 * The page one is on, in another language. Plain links: they work without a script. With one, a key that still stands
 * behind the # goes along, which no server sees.
 */
export function LanguageLinks({ current, languages }: LanguageLinksProps) {
  const search = useSearchParams();
  return languages.map(([lang, name]) => {
    const query = new URLSearchParams(search);
    query.set("lang", lang);
    return (
      <a
        aria-current={lang === current || undefined}
        dir="auto"
        href={`?${query}`}
        hrefLang={lang}
        key={lang}
        lang={lang}
        onClick={({ currentTarget }) => {
          currentTarget.hash = location.hash;
        }}
      >
        {name}
      </a>
    );
  });
}
