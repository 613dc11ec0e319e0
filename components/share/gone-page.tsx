import { LoneHouse } from "#components/ui/lone-house.tsx";
import { direction } from "#i18n/locales.ts";
import { Notice } from "./notice.tsx";
import { LitePreloads } from "./page-head.tsx";
import { ShareFoot } from "./share-foot.tsx";
import type { PageWords } from "./words.ts";

type GonePageProps = { readonly words: PageWords; readonly notice?: string | undefined };

export function GonePage({ words, notice }: GonePageProps) {
  const { t, language } = words;
  return (
    <html className="lite" dir={direction(language)} lang={language}>
      {/* biome-ignore lint/style/noHeadElement: this page is one string of its own and no page of Next */}
      <head>
        <meta charSet="utf-8" />
        <meta content="width=device-width, initial-scale=1" name="viewport" />
        <meta content="light dark" name="color-scheme" />
        <title>{t("gone.title")}</title>
        <link href="/icon.svg" rel="icon" type="image/svg+xml" />
        <LitePreloads />
        <link href="/share.css" rel="stylesheet" />
      </head>
      <body>
        <Notice text={notice} />
        <main className="page page--form" id="main">
          <div className="ending">
            <LoneHouse />
            <h1>{t("gone.title")}</h1>
            <p className="quiet">{t("gone.text")}</p>
          </div>
        </main>
        <ShareFoot words={words} />
      </body>
    </html>
  );
}
