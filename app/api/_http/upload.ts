import { plain, type ReadBody, readParts } from "./body.ts";
import { problem } from "./problem.ts";

/** A form with a file in it, as browsers send it without a script. */
export type Upload = { readonly fields: Readonly<Record<string, string>>; readonly file: string | undefined };

/** Counts what arrives before anything is made of it. Only the file under this name is read; no file is kept. */
export async function readUpload(request: Request, name: string, limit: number): Promise<ReadBody<Upload>> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\b/i.test(type)) return { ok: false, response: problem(415) };
  const body = await readBytes(request, limit);
  if (body === null || hasManyParts(body, type)) return { ok: false, response: problem(413) };
  const form = await new Response(body, { headers: { "content-type": type } }).formData().catch(() => null);
  if (form === null) return { ok: false, response: problem(400, { detail: "That is no form." }) };
  const texts = [...form].flatMap(([field, value]) => (typeof value === "string" ? [[field, value.trim()]] : []));
  const given = form.get(name);
  const file = given instanceof File && given.size > 0 ? plain(await given.text()) : undefined;
  return { ok: true, value: { fields: Object.fromEntries(texts), file } };
}

/** No form of ours has as many: each part costs a thousand times what a letter does, and is read without a pause. */
const MOST_PARTS = 20;

function hasManyParts(bytes: Buffer, type: string): boolean {
  const named = /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type);
  const boundary = `--${named?.[1] ?? named?.[2] ?? ""}`;
  let at = -1;
  for (let parts = 0; parts <= MOST_PARTS; parts++) {
    at = bytes.indexOf(boundary, at + 1);
    if (at < 0) return false;
  }
  return true;
}

async function readBytes(request: Request, limit: number): Promise<Buffer<ArrayBuffer> | null> {
  const parts: Uint8Array[] = [];
  return (await readParts(request, limit, (part) => parts.push(part))) ? Buffer.concat(parts) : null;
}
