import type { Config } from "#lib/config.ts";
import { problem } from "./problem.ts";

/** A list of thousands does not go through an address; its file is chosen again. */
const SHOWN_AGAIN = 2_000;

/**
 * The start page with what was typed and what is wrong with it, as the answer to the form. Its markup is the page's
 * own, fetched from ourselves: one place draws it, and its headers (the nonce among them) fit.
 */
export async function startPageAgain(
  { port }: Config,
  typed: Readonly<Record<string, string>>,
  fields: Readonly<Record<string, string>>,
  status = 422,
): Promise<Response> {
  const query = new URLSearchParams(Object.entries(typed).filter(([, value]) => value.length < SHOWN_AGAIN));
  for (const [field, code] of Object.entries(fields)) query.append(`error.${field}`, code);
  const page = await fetch(`http://127.0.0.1:${port}/?${query}`).catch(() => null);
  if (!page?.ok) return problem(status, { fields });
  const headers = new Headers({ "cache-control": "no-store" });
  for (const name of ["content-type", "content-security-policy", "referrer-policy", "x-content-type-options"]) {
    const value = page.headers.get(name);
    if (value) headers.set(name, value);
  }
  return new Response(page.body, { status, headers });
}
