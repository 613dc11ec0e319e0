"use client";

import "./globals.css";

type Failure = { retry: () => void };

/** Stands in for the whole page when its frame fails; the words' own file may be what failed, so it has its own. */
export default function GlobalErrorPage({ retry }: Failure) {
  return (
    <html lang="en">
      <body>
        <title>Something broke · Housewarming</title>
        <main className="mx-auto max-w-prose px-4 py-16" role="alert">
          <h1 className="font-display text-3xl">Something broke on our side</h1>
          <p className="mt-4 text-lg">It is our mistake and not yours. A check that is running goes on.</p>
          <button className="mt-6 font-semibold text-ember underline" onClick={retry} type="button">
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
