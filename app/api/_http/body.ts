import type { z } from "zod";
import { parseInBites } from "#lib/flow/json-in-bites.ts";
import { pause } from "#lib/flow/pause.ts";
import { checkLists } from "./check-lists.ts";
import { inputCode } from "./input-code.ts";
import { problem } from "./problem.ts";

const KB = 1024;
export const SMALL = 64 * KB;
export const LARGE = 12 * 1024 * KB;

export type ReadBody<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly response: Response };
const refuse = (response: Response): { ok: false; response: Response } => ({ ok: false, response });

/** Lists of texts are long; of all else what our contract takes has some hundred. */
const BODY = { texts: 300_000, parts: 10_000, tidy: (text: string) => plain(text) };
/** No form of ours has as many. */
const MOST_FIELDS = 1_000;

/** Counts what arrives, whatever the header says. False: it is more than may come. */
export async function readParts(request: Request, limit: number, take: (part: Uint8Array) => void): Promise<boolean> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) return false;
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.byteLength;
    if (size > limit) return false;
    take(part);
  }
  return true;
}

async function readText(request: Request, limit: number): Promise<ReadBody<string>> {
  const decoder = new TextDecoder();
  const parts: string[] = [];
  const fits = await readParts(request, limit, (part) => parts.push(decoder.decode(part, { stream: true })));
  return fits ? { ok: true, value: parts.join("") + decoder.decode() } : refuse(problem(413));
}

const typeOf = (request: Request): string =>
  (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
export const isForm = (request: Request): boolean => typeOf(request) === "application/x-www-form-urlencoded";

export async function readJson<T>(request: Request, schema: z.ZodType<T>, limit = SMALL): Promise<ReadBody<T>> {
  if (typeOf(request) !== "application/json") return refuse(problem(415, { detail: "Send application/json." }));
  const text = await readText(request, limit);
  if (!text.ok) return text;
  const parsed = text.value.length > SMALL ? await parseInBites(text.value, BODY) : parse(text.value);
  if (parsed === "no-json") return refuse(problem(400));
  if (parsed === "too-many") return refuse(problem(413));
  const checked = await checkLists(parsed.value, (value) => check(schema, value));
  return checked.ok ? checked : refuse(problem(422, { fields: checked.fields }));
}

/** What stands behind the question mark; a name given twice counts once. */
export function readQuery<T>(request: Request, schema: z.ZodType<T>): ReadBody<T> {
  const checked = check(schema, Object.fromEntries(new URL(request.url).searchParams));
  return checked.ok ? checked : refuse(problem(422, { fields: checked.fields }));
}

/** Fields of a form; an empty one counts as not given. */
export async function readForm(request: Request, limit = SMALL): Promise<ReadBody<Record<string, string>>> {
  const text = await readText(request, limit);
  if (!text.ok) return text;
  if (text.value.split("&", MOST_FIELDS + 1).length > MOST_FIELDS) return refuse(problem(413));
  // Each step over a list of megabytes takes long enough for others to wait.
  await pause();
  const given = [...new URLSearchParams(text.value)];
  await pause();
  const fields = given.flatMap(([name, value]) => (value.trim() === "" ? [] : [[plain(name), plain(value)]]));
  await pause();
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
export const plain = (text: string): string => text.replaceAll("\0", "\uFFFD").toWellFormed();
const ODD = /\\u(?:0000|d[89a-f][0-9a-f]{2})/i;

function parse(text: string): { readonly value: unknown } | "no-json" {
  try {
    const tidy = (_: string, held: unknown) => (typeof held === "string" ? plain(held) : held);
    return { value: JSON.parse(text, ODD.test(text) ? tidy : undefined) };
  } catch {
    return "no-json";
  }
}
