import { readForm } from "../../../api/_http/body.ts";
import { ownerWrites } from "../../../api/_http/owner.ts";
import { seeOther } from "../see-other.ts";

/** The form's own way to stop a check, to make it again, to have it look again by itself and to delete it, for readers without a script. */
export const POST = ownerWrites(async ({ request, id, key, opened: { checks } }) => {
  const fields = await readForm(request);
  if (!fields.ok) return fields.response;
  const path = `/check/${id}`;
  switch (fields.value.do) {
    case "cancel":
      await checks.cancel(id, key);
      return seeOther(path);
    case "recheck":
      return seeOther((await checks.recheck(id, key)) === "too-early" ? `${path}?early=1` : path);
    case "looks-on":
    case "looks-off":
      await checks.looks(id, key, fields.value.do === "looks-on");
      return seeOther(`${path}#looks`);
    case "remove":
      return seeOther((await checks.remove(id, key)) ? "/deleted" : path);
    default:
      return seeOther(path);
  }
});
