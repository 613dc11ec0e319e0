import { readForm } from "../../../../api/_http/body.ts";
import { ownerWrites } from "../../../../api/_http/owner.ts";
import { seeOther } from "../../see-other.ts";

/** What the buttons of the page's form are called, and the mark that each sets. */
const BUTTONS = { asked: "asked", skip: "skip", free: null } as const;
const MOST = 30;

/** The same as `PUT /api/checks/:id/marks`, for readers without a script. */
export const POST = ownerWrites(async ({ request, id, key, opened }) => {
  const fields = await readForm(request);
  if (!fields.ok) return fields.response;
  for (const [button, mark] of Object.entries(BUTTONS)) {
    const accts = fields.value[button]?.split(" ").slice(0, MOST) ?? [];
    for (const acct of accts) await opened.checks.mark(id, key, acct, mark);
  }
  const { back } = fields.value;
  return seeOther(back?.startsWith("followers") ? `/check/${id}/${back}` : `/check/${id}/messages#names`);
});
