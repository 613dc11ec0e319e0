import { LONGEST } from "#components/start/asked.ts";
import { FIELDS, WITH_FILE } from "#components/start/problems.ts";
import { type App, OWN_CALL } from "#lib/wire.ts";
import { problem } from "./problem.ts";

type Fields = Readonly<Record<string, string>>;

/** A list of thousands does not go through an address, whose letters may take six signs each: it is chosen again. */
const ROOM = 8_000;

/** What the page has fields for and an address has room for; the rest would keep the page from coming at all. */
export function againQuery(typed: Fields, problems: Fields): URLSearchParams {
  const query = new URLSearchParams();
  for (const field of FIELDS) if (problems[field]) query.set(`error.${field}`, problems[field]);
  const carry = (field: string): void => {
    const more = new URLSearchParams({ [field]: typed[field] ?? "" }).toString();
    const fits = query.toString().length + more.length < ROOM && (typed[field]?.length ?? 0) <= LONGEST;
    if (typed[field] && fits) query.set(field, typed[field]);
  };
  for (const field of ["mode", ...FIELDS]) carry(field);
  // What a file says of its list holds for no other list.
  if (query.has("before.handles")) for (const field of WITH_FILE) carry(field);
  return query;
}

/**
 * The start page with what was typed and what is wrong with it, as the answer to the form. Its markup is the page's
 * own, fetched from ourselves: one place draws it, and its headers (the nonce among them) fit.
 */
export async function startPageAgain(
  { config: { port }, ownCall }: Pick<App, "config" | "ownCall">,
  typed: Fields,
  fields: Fields,
  status = 422,
): Promise<Response> {
  const page = await fetch(`http://127.0.0.1:${port}/?${againQuery(typed, fields)}`, {
    headers: { [OWN_CALL]: ownCall },
  }).catch(() => null);
  if (!page?.ok) return problem(status, { fields });
  const headers = new Headers({ "cache-control": "no-store" });
  for (const name of ["content-type", "content-security-policy", "referrer-policy", "x-content-type-options"]) {
    const value = page.headers.get(name);
    if (value) headers.set(name, value);
  }
  return new Response(page.body, { status, headers });
}
