import { readForm } from "../../../api/_http/body.ts";
import { ownerWrites } from "../../../api/_http/owner.ts";
import { seeOther } from "../see-other.ts";

/** The plan becomes the move it was made for: the form's own way to `POST /api/checks/:id/input` with a new address. */
export const POST = ownerWrites(async ({ request, id, key, opened: { checks } }) => {
  const fields = await readForm(request);
  if (!fields.ok) return fields.response;
  const path = `/check/${id}`;
  const given = await checks.give(id, key, { new: fields.value.new ?? "" });
  if (given === null || given.ok || "has" in given) return seeOther(path);
  return seeOther(`${path}?problem=${encodeURIComponent(given.fields.new ?? "other")}#moved`);
});
