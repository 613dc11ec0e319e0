import { calendarFile } from "#lib/flow/ics.ts";
import type { MessageLanguage } from "./language.ts";
import type { Plan } from "./plan.ts";
import { byDay } from "./plan-text.ts";
import { PLAN_FRAME } from "./templates/plan-frame.ts";

/** The plan's days as a calendar file: whole days, no person's address, because calendars are often shared. */
export function planAsCalendar(plan: Plan, now: string, language: MessageLanguage = "en"): string {
  const events = [...byDay(plan.posts)].map(([day, posts]) => ({
    uid: `${day}-plan`,
    day,
    summary: PLAN_FRAME[language].reminder(posts.length),
  }));
  return calendarFile("Plan", events, now);
}
