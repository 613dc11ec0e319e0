/** Days without a clock: plans and letters name dates, never hours, because nobody's time zone is known. */
export type Day = string;

const DAY_MS = 86_400_000;
// British order for English: the month is a word, so no reader can take it for the day. Latin figures for Arabic.
const BY_LANGUAGE: Readonly<Record<string, string>> = { en: "en-GB", ar: "ar-u-nu-latn" };

export const dayOf = (instant: string): Day => new Date(instant).toISOString().slice(0, 10);
export const addDays = (day: Day, days: number): Day => dayOf(new Date(Date.parse(day) + days * DAY_MS).toISOString());
export const laterDay = (one: Day, other: Day): Day => (one > other ? one : other);
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

export function dayInWords(day: Day, language: string, weekday = false): string {
  return new Intl.DateTimeFormat(BY_LANGUAGE[language] ?? language, {
    timeZone: "UTC",
    day: "numeric",
    month: "long",
    year: "numeric",
    ...(weekday ? { weekday: "long" } : {}),
  }).format(new Date(day));
}
