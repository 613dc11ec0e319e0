import { getTranslations } from "next-intl/server";
import { calendarFile } from "#lib/flow/ics.ts";
import { fileAnswer } from "../../../_http/file.ts";
import { ownerReads } from "../../../_http/owner.ts";
import { notFound } from "../../../_http/problem.ts";

/** Whole days, and no name: calendars are often shared. */
export const GET = ownerReads(async ({ id, key, opened: { checks } }) => {
  const state = await checks.state(id, key);
  if (!state) return notFound();
  const t = await getTranslations("feed");
  const event = (name: "look" | "end", at: string | undefined) =>
    at === undefined ? [] : [{ uid: `${at.slice(0, 10)}-${name}`, day: at.slice(0, 10), summary: t(name) }];
  const file = calendarFile(
    "Check",
    [...event("look", state.looks?.next), ...event("end", state.keptUntil)],
    new Date().toISOString(),
  );
  return fileAnswer(file, { type: "text/calendar", name: "housewarming.ics" });
});
