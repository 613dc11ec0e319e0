"use client";

import { useSyncExternalStore } from "react";

type LocalTimeProps = {
  at: string;
  locale: string;
  /** What the server wrote, in UTC and saying so. */
  text: string;
  clock?: boolean;
};

const never = () => () => {};

/** The reader's own clock is known in the browser alone: until then, and without scripts, the time stands in UTC. */
export function LocalTime({ at, locale, text, clock }: LocalTimeProps) {
  const shown = useSyncExternalStore(
    never,
    () => new Intl.DateTimeFormat(locale, styleOf(clock)).format(new Date(at)),
    () => text,
  );
  return (
    <time className="tabular-nums sm:whitespace-nowrap" dateTime={at} suppressHydrationWarning>
      {shown}
    </time>
  );
}

const styleOf = (clock: boolean | undefined): Intl.DateTimeFormatOptions =>
  clock ? { timeStyle: "short" } : { dateStyle: "medium", timeStyle: "short" };
