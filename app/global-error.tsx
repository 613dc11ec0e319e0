"use client";

import { useEffect, useState } from "react";
import { BROKEN_IN_ENGLISH, brokenAttribute, brokenWordsIn } from "#components/shell/broken-words.ts";
import { showChosen } from "#components/shell/theme-choice.ts";
import { Ending } from "#components/ui/ending.tsx";
import "./globals.css";

/**
 * Stands in for the whole page when its frame fails; what brings the words may be what failed, so it reads those that the
 * frame left in the document, before they go with it. Drawn by the browser alone: a frame that fails on the server is
 * answered with the page of `server/plain-page.ts`. It is left without the router, which stands in the frame too.
 */
export default function GlobalErrorPage() {
  useEffect(showChosen, []);
  const [words] = useState(wordsLeft);
  const { lang, dir, site, title, what, again, start } = words;
  return (
    <html dir={dir} lang={lang}>
      <body {...brokenAttribute(words)}>
        <title>{`${title} · ${site}`}</title>
        <meta content="width=device-width, initial-scale=1" name="viewport" />
        <main className="page" id="main">
          <Ending
            alert
            buttons={
              <>
                <button className="btn btn--main" onClick={() => location.reload()} type="button">
                  {again}
                </button>
                <a className="btn" href="/">
                  {start}
                </a>
              </>
            }
            text={<p>{what}</p>}
            title={title}
          />
        </main>
      </body>
    </html>
  );
}

/** The build draws this page once without any document. */
const wordsLeft = () =>
  typeof document === "undefined" ? BROKEN_IN_ENGLISH : brokenWordsIn(document.body?.dataset.broken);
