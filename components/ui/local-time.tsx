"use client";

import { useSyncExternalStore } from "react";
import { later } from "./later.ts";

type LocalTimeProps = {
  at: string;
  locale: string;
  /** What the server wrote, in UTC and saying so. */
  text: string;
  clock?: boolean;
};

/** The reader's own clock is known in the browser alone: until then, and without scripts, the time stands in UTC. */
export function LocalTime({ at, locale, text, clock = false }: LocalTimeProps) {
  const known = useSyncExternalStore(
    onKnown,
    () => isKnown,
    () => false,
  );
  return (
    <time className="tabular-nums sm:whitespace-nowrap" dateTime={at} suppressHydrationWarning>
      {known ? formatOf(locale, clock).format(new Date(at)) : text}
    </time>
  );
}

let isKnown = false;
const waiting = new Set<() => void>();

/** The first format of a date costs a phone as much as all the rest of a page: it comes after everything else. */
function onKnown(changed: () => void): () => void {
  if (waiting.size === 0) later(know);
  waiting.add(changed);
  return () => waiting.delete(changed);
}

function know(): void {
  isKnown = true;
  for (const changed of waiting) changed();
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: string, clock: boolean): Intl.DateTimeFormat {
  const name = `${locale} ${clock}`;
  const format = formats.get(name) ?? new Intl.DateTimeFormat(locale, styleOf(clock));
  formats.set(name, format);
  return format;
}

const styleOf = (clock: boolean): Intl.DateTimeFormatOptions =>
  clock ? { timeStyle: "short" } : { dateStyle: "medium", timeStyle: "short" };
