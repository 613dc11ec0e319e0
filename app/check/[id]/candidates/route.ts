import { readForm } from "../../../api/_http/body.ts";
import { ownerWrites } from "../../../api/_http/owner.ts";
import { candidatesOf, formProblems } from "../../../api/_http/start-form.ts";
import { seeOther } from "../see-other.ts";

const TICK = "add ";
const MOST = 5;

/** The form's own way to `POST /api/checks/:id/input` with other candidates: what is typed, and what is ticked. */
export const POST = ownerWrites(async ({ request, id, key, opened: { checks } }) => {
  const fields = await readForm(request);
  if (!fields.ok) return fields.response;
  const ticked = Object.keys(fields.value).flatMap((name) => (name.startsWith(TICK) ? [name.slice(TICK.length)] : []));
  const candidates = [...new Set([...candidatesOf(fields.value), ...ticked])];
  const path = `/check/${id}`;
  const refused = (code: string) => seeOther(`${path}?wrong=${encodeURIComponent(code)}#others`);
  if (candidates.length === 0) return refused("empty");
  if (candidates.length > MOST) return refused("too-many");
  const given = await checks.give(id, key, { candidates });
  if (given === null || given.ok || "has" in given) return seeOther(path);
  return refused(formProblems(given.fields).candidates ?? "other");
});
