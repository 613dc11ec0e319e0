import { SIGN_IN_SIDES, SIGN_IN_TICKS } from "#lib/contract/sign-in.ts";
import { readForm } from "../../../../api/_http/body.ts";
import { ownerWrites } from "../../../../api/_http/owner.ts";
import { leaveFor } from "../../leave-for.ts";

/** The form's own way to set out. */
export const POST = ownerWrites(async ({ request, id, key, opened }) => {
  const fields = await readForm(request);
  if (!fields.ok) return fields.response;
  const { account, ...rest } = fields.value;
  const use = SIGN_IN_SIDES.find((one) => one === account);
  const ticks = SIGN_IN_TICKS.filter((tick) => rest[tick] !== undefined);
  const begun = use ? await opened.signIns.begin(id, key, { use, ticks }) : null;
  return leaveFor(begun, `/check/${id}/signin`, opened.config);
});
