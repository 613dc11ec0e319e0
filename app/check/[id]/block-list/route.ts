import { parseHost } from "#lib/domain/names/host.ts";
import { ownerWrites } from "../../../api/_http/owner.ts";
import { readUpload } from "../../../api/_http/upload.ts";
import { seeOther } from "../see-other.ts";

/** More than the longest list that is taken has. */
const MOST_BYTES = 5 * 1024 * 1024;

/** The form's own way to `POST /api/checks/:id/input` with a block list: a file, and the server that it is of. */
export const POST = ownerWrites(async ({ request, id, key, opened: { checks } }) => {
  const path = `/check/${id}`;
  if (!(await checks.opens(id, key))) return seeOther(path);
  const form = await readUpload(request, "list", MOST_BYTES);
  if (!form.ok) return form.response;
  const { fields, file } = form.value;
  const typed = fields.host ?? fields.server ?? "";
  const page = fields.host ? `${path}/servers/${encodeURIComponent(fields.host)}` : path;
  const at = (code: string) => `${page}?${new URLSearchParams({ list: code, of: typed })}`;
  const back = (code: string) => seeOther(`${at(code)}#block-list`);
  const server = parseHost(typed);
  if (!server.ok) return back(`host-${server.why}`);
  if (file === undefined) return back("no-file");
  if (!(await checks.server(id, key, server.host))) return back("nobody-there");
  const given = await checks.give(id, key, { lists: [{ server: server.host, text: file }] });
  // A page at work loads itself again, and without a script no browser does that at an address with a part of the page.
  if (given === null || given.ok || "has" in given) return seeOther(at("read"));
  return back(Object.values(given.fields)[0] ?? "no-list");
});
