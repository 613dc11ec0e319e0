import { Notice } from "./notice.tsx";
import { LANGUAGE, SITE_NAME, shareWords } from "./words.ts";

export function GonePage({ notice }: { readonly notice?: string | undefined }) {
  const t = shareWords();
  return (
    <html lang={LANGUAGE}>
      {/* biome-ignore lint/style/noHeadElement: this page is one string of its own and no page of Next */}
      <head>
        <meta charSet="utf-8" />
        <meta content="width=device-width, initial-scale=1" name="viewport" />
        <meta content="light dark" name="color-scheme" />
        <title>{t("gone.title")}</title>
        <link href="/share.css" rel="stylesheet" />
      </head>
      <body>
        <Notice text={notice} />
        <main>
          <h1>{t("gone.title")}</h1>
          <p>{t("gone.text")}</p>
          <p>
            <a href="/">{SITE_NAME}</a>
          </p>
        </main>
      </body>
    </html>
  );
}
