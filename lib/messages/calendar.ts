import { addDays, type Day } from "./day.ts";
import type { MessageLanguage } from "./language.ts";
import type { Plan, PlannedPost } from "./plan.ts";
import { byDay } from "./plan-text.ts";
import { PLAN_FRAME } from "./templates/plan-frame.ts";

/** The plan's days as a calendar file (RFC 5545): whole days, no person's address, because calendars are often shared. */
export function planAsCalendar(plan: Plan, now: string, language: MessageLanguage = "en"): string {
  const events = [...byDay(plan.posts)].flatMap(([day, posts]) => event(day, posts, now, language));
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Housewarming//Plan//EN", ...events, "END:VCALENDAR"];
  return lines.map((line) => `${line}\r\n`).join("");
}

function event(day: Day, posts: readonly PlannedPost[], now: string, language: MessageLanguage): readonly string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${day}-plan@housewarming.invalid`,
    `DTSTAMP:${now.slice(0, 19).replace(/[-:]/g, "")}Z`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`,
    `SUMMARY:${escapeText(PLAN_FRAME[language].reminder(posts.length))}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

const compact = (day: Day) => day.replaceAll("-", "");
const escapeText = (text: string) => text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
