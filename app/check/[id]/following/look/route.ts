import { MOST_FOLLOWED } from "#lib/contract/most-followed.ts";
import { addressesIn } from "../../../../api/_http/addresses-in.ts";
import { ownerWrites } from "../../../../api/_http/owner.ts";
import { readUpload } from "../../../../api/_http/upload.ts";
import { seeOther } from "../../see-other.ts";

/** More than a file of as many people as are taken has. */
const MOST_BYTES = 2 * 1024 * 1024;

/** The form's own way to `POST /api/checks/:id/input` with whom one follows: a file, or nothing for the public list. */
export const POST = ownerWrites(async ({ request, id, key, opened: { checks } }) => {
  const path = `/check/${id}`;
  const back = (code: string) => seeOther(`${path}?follow=${code}#following`);
  if (!(await checks.opens(id, key))) return seeOther(path);
  const form = await readUpload(request, "list", MOST_BYTES);
  if (!form.ok) return form.response;
  const { fields, file } = form.value;
  if (fields.from === "file" && file === undefined) return back("no-file");
  const handles = file === undefined ? undefined : addressesIn(file);
  if (handles && handles.length > MOST_FOLLOWED) return back("too-many");
  const given = await checks.give(id, key, { following: handles ? { handles: [...handles] } : {} });
  // A page at work loads itself again, and without a script no browser does that at an address with a part of the page.
  return given !== null && !given.ok && "fields" in given ? back("no-list") : seeOther(path);
});
