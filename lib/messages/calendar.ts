import type { Writer } from "#i18n/say.ts";
import { calendarFile } from "#lib/flow/ics.ts";
import type { Plan } from "./plan.ts";
import { byDay } from "./plan-text.ts";

/** The plan's days as a calendar file: whole days, no person's address, because calendars are often shared. */
export function planAsCalendar(plan: Plan, now: string, { say }: Writer): string {
  const events = [...byDay(plan.posts)].map(([day, posts]) => ({
    uid: `${day}-plan`,
    day,
    summary: say("plan.reminder", { posts: posts.length }),
  }));
  return calendarFile("Plan", events, now);
}
