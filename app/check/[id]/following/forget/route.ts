import { ownerWrites } from "../../../../api/_http/owner.ts";
import { seeOther } from "../../see-other.ts";

/** The list of those whom one follows is deleted at once; the check stays. */
export const POST = ownerWrites(async ({ id, key, opened: { checks } }) => {
  await checks.give(id, key, { following: null });
  return seeOther(`/check/${id}`);
});
