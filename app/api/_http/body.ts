import type { z } from "zod";
import { inputCode } from "./input-code.ts";
import { problem } from "./problem.ts";

const KB = 1024;
export const SMALL = 64 * KB;
export const LARGE = 12 * 1024 * KB;

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly response: Response };
const refuse = (response: Response): { ok: false; response: Response } => ({ ok: false, response });

/** Counts what arrives, whatever the header says. */
async function readText(request: Request, limit: number): Promise<Read<string>> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) return refuse(problem(413));
  if (!request.body) return { ok: true, value: "" };
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body) {
    size += part.byteLength;
    if (size > limit) return refuse(problem(413));
    parts.push(part);
  }
  return { ok: true, value: new TextDecoder().decode(Buffer.concat(parts)) };
}

const typeOf = (request: Request): string =>
  (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
export const isForm = (request: Request): boolean => typeOf(request) === "application/x-www-form-urlencoded";

export async function readJson<T>(request: Request, schema: z.ZodType<T>, limit = SMALL): Promise<Read<T>> {
  if (typeOf(request) !== "application/json") return refuse(problem(415, { detail: "Send application/json." }));
  const text = await readText(request, limit);
  if (!text.ok) return text;
  const value = parse(text.value);
  if (value === undefined) return refuse(problem(400));
  const checked = check(schema, value);
  return checked.ok ? checked : refuse(problem(422, { fields: checked.fields }));
}

/** What stands behind the question mark; a name given twice counts once. */
export function readQuery<T>(request: Request, schema: z.ZodType<T>): Read<T> {
  const checked = check(schema, Object.fromEntries(new URL(request.url).searchParams));
  return checked.ok ? checked : refuse(problem(422, { fields: checked.fields }));
}

/** Fields of a form; an empty one counts as not given. */
export async function readForm(request: Request, limit = SMALL): Promise<Read<Record<string, string>>> {
  const text = await readText(request, limit);
  if (!text.ok) return text;
  const fields = [...new URLSearchParams(text.value)].flatMap(([name, value]) =>
    value.trim() === "" ? [] : [[plain(name), plain(value)]],
  );
  return { ok: true, value: Object.fromEntries(fields) };
}

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fields: Readonly<Record<string, string>> };

export function check<T>(schema: z.ZodType<T>, value: unknown): Checked<T> {
  const parsed = schema.safeParse(value, { error: inputCode });
  if (parsed.success) return { ok: true, value: parsed.data };
  // The first about a field counts: what is no list cannot also be too long a one.
  const found = parsed.error.issues.toReversed().map(({ path, message }) => [path.join("."), message]);
  return { ok: false, fields: Object.fromEntries(found) };
}

/** No database takes NUL or half a surrogate pair. Left out they would make another address of what was typed. */
const plain = (text: string): string => text.replaceAll("\0", "\uFFFD").toWellFormed();
const ODD = /\\u(?:0000|d[89a-f][0-9a-f]{2})/i;

function parse(text: string): unknown {
  try {
    const value = ODD.test(text)
      ? JSON.parse(text, (_, held: unknown) => (typeof held === "string" ? plain(held) : held))
      : JSON.parse(text);
    return value ?? null;
  } catch {
    return undefined;
  }
}
