import { ownerWrites } from "../../../../api/_http/owner.ts";
import { seeOther } from "../../see-other.ts";

/** The form's own way to `DELETE /api/checks/:id/requests/accept`. */
export const POST = ownerWrites(async ({ id, key, opened }) => {
  await opened.signIns.stopLetIn(id, key);
  return seeOther(`/check/${id}/requests`);
});
