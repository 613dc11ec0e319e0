import type { Config } from "#lib/config.ts";
import { problem } from "./problem.ts";

/**
 * The start page with what was typed and what is wrong with it, as the answer to the form. Its markup is the page's
 * own, fetched from ourselves: one place draws it, and its headers (the nonce among them) fit.
 */
export async function startPageAgain(
  { port }: Config,
  typed: Readonly<Record<string, string>>,
  fields: Readonly<Record<string, string>>,
): Promise<Response> {
  const query = new URLSearchParams(typed);
  for (const [field, code] of Object.entries(fields)) query.append("problem", `${field}:${code}`);
  const page = await fetch(`http://127.0.0.1:${port}/?${query}`).catch(() => null);
  if (!page?.ok) return problem(422, { fields });
  const headers = new Headers({ "cache-control": "no-store" });
  for (const name of ["content-type", "content-security-policy", "referrer-policy", "x-content-type-options"]) {
    const value = page.headers.get(name);
    if (value) headers.set(name, value);
  }
  return new Response(page.body, { status: 422, headers });
}
