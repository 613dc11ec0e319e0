import type { Get, Heard } from "./street.ts";

const TRIES = 4;
const A_MINUTE_MS = 60_000;

/** One account's followers as handles, page after page. `limit` is what the server is asked for at a time. */
export async function followersOf(get: Get, handle: string, limit: number): Promise<readonly string[]> {
  const [user, host] = handle.split("@");
  const found = await get(`https://${host}/api/v1/accounts/lookup?acct=${user}`);
  const id = (found?.json as { id?: string } | undefined)?.id;
  if (!id) throw new Error(`There is no account ${handle}, or its server does not say.`);
  const followers: string[] = [];
  let next: string | undefined = `https://${host}/api/v1/accounts/${id}/followers?limit=${limit}`;
  while (next) {
    const page: Heard = await patiently(get, next);
    followers.push(...acctsOf(page.json).map((acct) => (acct.includes("@") ? acct : `${acct}@${host}`).toLowerCase()));
    next = nextIn(page);
  }
  return followers;
}

const acctsOf = (rows: unknown): readonly string[] =>
  Array.isArray(rows) ? rows.flatMap(({ acct }: { acct?: unknown }) => (typeof acct === "string" ? [acct] : [])) : [];

export const nextIn = ({ headers }: Pick<Heard, "headers">): string | undefined =>
  /<([^>]+)>;\s*rel="next"/.exec(String(headers.link ?? ""))?.[1];

/** A page that is refused for too many questions is asked for again when the server says so, or a minute later. */
async function patiently(get: Get, url: string): Promise<Heard> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const page = await get(url);
    if (page?.status === 200) return page;
    if (page?.status === 429) await new Promise((done) => setTimeout(done, waitIn(page, Date.now())));
  }
  throw new Error(`A page of a list cannot be read: ${url}`);
}

export function waitIn({ headers }: Pick<Heard, "headers">, now: number): number {
  const after = Number(headers["retry-after"]) * 1000;
  const reset = Date.parse(String(headers["x-ratelimit-reset"] ?? "")) - now;
  const told = [after, reset].find((wait) => wait > 0);
  return told === undefined ? A_MINUTE_MS : told + 1_000;
}
