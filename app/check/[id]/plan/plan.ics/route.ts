import { getTranslations } from "next-intl/server";
import { stepWords } from "#components/before/plan/step-words.ts";
import { defined } from "#lib/flow/defined.ts";
import { calendarFile } from "#lib/flow/ics.ts";
import { fileAnswer } from "../../../../api/_http/file.ts";
import { ownerReads } from "../../../../api/_http/owner.ts";
import { notFound } from "../../../../api/_http/problem.ts";
import { openCheck } from "../../open-check.ts";
import { planOf } from "../plan-of.ts";

/** The plan's days for a calendar. It names servers and nobody's address but the mover's own. */
export const GET = ownerReads(async ({ request, id }) => {
  const open = await openCheck(id);
  const { searchParams } = new URL(request.url);
  const [to, day] = ["to", "day"].map((name) => searchParams.get(name) ?? undefined);
  const scene = open && (await planOf(open, { to, day }));
  if (!scene) return notFound();
  const t = await getTranslations("movePlan");
  const words = stepWords(t, scene);
  const wayIn = (way: string | undefined) => (way ? ` ${t.markup("way", { way: () => way })}` : "");
  const events = scene.plan.steps
    .filter(({ done }) => !done)
    .map((step) => ({
      uid: `${step.day}-${step.id}-${scene.to.server}`,
      day: step.day,
      ...{ summary: words(step).title, text: words(step).text + wayIn(step.way) },
      ...defined({ url: step.url || undefined }),
    }));
  const file = calendarFile("Move", events, new Date().toISOString());
  return fileAnswer(file, { type: "text/calendar", name: "move.ics" });
});
