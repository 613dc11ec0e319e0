"use client";

import { useEffect } from "react";
import { showChosen } from "#components/shell/theme-choice.ts";
import { Ending } from "#components/ui/ending.tsx";
import "./globals.css";

/**
 * Stands in for the whole page when its frame fails; the words' own file may be what failed, so it has its own. Drawn by
 * the browser alone: a frame that fails on the server is answered with the page of `server/plain-page.ts`. It is left
 * without the router, which stands in the frame too.
 */
export default function GlobalErrorPage() {
  useEffect(showChosen, []);
  return (
    <html lang="en">
      <body>
        <title>Something broke · Housewarming</title>
        <meta content="width=device-width, initial-scale=1" name="viewport" />
        <main className="page" id="main">
          <Ending
            alert
            buttons={
              <>
                <button className="btn btn--main" onClick={() => location.reload()} type="button">
                  Try again
                </button>
                <a className="btn" href="/">
                  Go to the start page
                </a>
              </>
            }
            text={<p>It’s our mistake, not yours. A running check goes on, and nothing it found is gone.</p>}
            title="Something broke on our side"
          />
        </main>
      </body>
    </html>
  );
}
