import { addDays, type Day } from "./day.ts";
import type { MessageLanguage } from "./language.ts";
import type { Plan } from "./plan.ts";
import { byDay } from "./plan-text.ts";
import { PLAN_FRAME } from "./templates/plan-frame.ts";

/** The plan's days as a calendar file: no person's address, because calendars are often shared. */
export function planAsCalendar(plan: Plan, now: string, language: MessageLanguage = "en"): string {
  const events = [...byDay(plan.posts)].map(([day, posts]) => {
    return { day, name: "plan", summary: PLAN_FRAME[language].reminder(posts.length) };
  });
  return asCalendar(events, now);
}

/** `name` tells events of one day apart. */
export type CalendarEvent = { readonly day: Day; readonly name: string; readonly summary: string };

/** Whole days as a calendar file (RFC 5545). */
export function asCalendar(events: readonly CalendarEvent[], now: string): string {
  const all = events.flatMap((event) => linesOf(event, now));
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Housewarming//Plan//EN", ...all, "END:VCALENDAR"];
  return lines.map((line) => `${line}\r\n`).join("");
}

const linesOf = ({ day, name, summary }: CalendarEvent, now: string): readonly string[] => [
  "BEGIN:VEVENT",
  `UID:${day}-${name}@housewarming.invalid`,
  `DTSTAMP:${now.slice(0, 19).replace(/[-:]/g, "")}Z`,
  `DTSTART;VALUE=DATE:${compact(day)}`,
  `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`,
  `SUMMARY:${escapeText(summary)}`,
  "TRANSP:TRANSPARENT",
  "END:VEVENT",
];

const compact = (day: Day) => day.replaceAll("-", "");
const escapeText = (text: string) => text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
