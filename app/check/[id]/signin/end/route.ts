import { ownerWrites } from "../../../../api/_http/owner.ts";
import { seeOther } from "../../see-other.ts";

/** The form's own way to `DELETE /api/checks/:id/signin`. */
export const POST = ownerWrites(async ({ id, key, opened }) => {
  await opened.signIns.leave(id, key);
  return seeOther(`/check/${id}/signin`);
});
