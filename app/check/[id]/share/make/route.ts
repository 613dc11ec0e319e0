import { SHARE_DAYS } from "#lib/contract/share.ts";
import { readForm } from "../../../../api/_http/body.ts";
import { ownerWrites } from "../../../../api/_http/owner.ts";
import { seeOther } from "../../see-other.ts";

/** The form's own way to `POST` and `DELETE /api/checks/:id/share`, for any browser. */
export const POST = ownerWrites(async ({ request, id, key, opened }) => {
  const fields = await readForm(request);
  if (!fields.ok) return fields.response;
  const path = `/check/${id}/share`;
  if (!(await opened.checks.opens(id, key))) return seeOther(`/check/${id}`);
  if (fields.value.remove) {
    await opened.shares.remove(id);
    return seeOther(path);
  }
  const days = SHARE_DAYS.find((one) => String(one) === fields.value.days);
  const showsMissing = fields.value.missing === "yes";
  const made = days ? await opened.shares.create(id, { days, showsMissing }) : null;
  if (made?.ok) return seeOther(path);
  return seeOther(`${path}?problem=${made ? made.why : "failed"}`);
});
