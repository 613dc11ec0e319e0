"use client";

import { useInBrowser } from "../browser/use-in-browser.ts";
import { type DayWords, writeLocal, writeUtc } from "./day-words.ts";

/**
 * The reader's own clock is known in the browser alone: until then, and without scripts, the time stands in UTC. The
 * words of its day come from the server: asking a browser for them costs a phone as much as all the rest of a page.
 */
export function LocalTime({ at, days }: { at: string; days?: DayWords | undefined }) {
  const known = useInBrowser();
  return (
    <time className="tabular-nums sm:whitespace-nowrap" dateTime={at}>
      {known ? writeLocal(at, days) : writeUtc(at, days)}
    </time>
  );
}
