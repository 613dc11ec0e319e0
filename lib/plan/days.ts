import { addDays, type Day } from "#lib/messages/day.ts";

/** Nobody plans further ahead than a list is kept. */
const FURTHEST = 180;

/** A day as a form gives it, from today on; anything else is no wish. */
export function dayIn(text: string | undefined, today: Day): Day | undefined {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text))) return undefined;
  return text >= today && text <= addDays(today, FURTHEST) ? text : undefined;
}
