"use client";

import { useEffect } from "react";
import { showChosen } from "#components/shell/theme-choice.ts";
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
        <main className="mx-auto max-w-prose px-4 py-16">
          <div role="alert">
            <h1 className="font-display text-3xl">Something broke on our side</h1>
            <p className="mt-4 text-lg">It is our mistake and not yours. A check that is running goes on.</p>
          </div>
          <div className="mt-6 flex flex-wrap gap-x-6 gap-y-2 font-semibold text-ember">
            <button className="py-2.5 underline underline-offset-4" onClick={() => location.reload()} type="button">
              Load this page again
            </button>
            <a className="py-2.5 underline underline-offset-4" href="/">
              Go to the start page
            </a>
          </div>
        </main>
      </body>
    </html>
  );
}
