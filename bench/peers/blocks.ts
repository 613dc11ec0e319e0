import type { Get } from "./street.ts";

/** Which of the wanted servers a server's published list suspends; nothing where it publishes none. */
export type Suspends = readonly string[] | undefined;

/**
 * The list as scripts read it: a row counts where it has exactly the name that was looked for. A limit is no block.
 * Names with stars and rows for a parent domain are passed over, and a digest is not compared.
 */
export async function suspendedBy(get: Get, host: string, wanted: readonly string[]): Promise<Suspends> {
  const answer = await get(`https://${host}/api/v1/instance/domain_blocks`);
  if (answer?.status !== 200 || !Array.isArray(answer.json)) return undefined;
  const rows = answer.json as readonly { domain?: unknown; severity?: unknown }[];
  const names = new Set(rows.flatMap(({ domain, severity }) => (severity === "suspend" ? [domain] : [])));
  return wanted.filter((name) => names.has(name));
}
