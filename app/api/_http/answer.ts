import { defined } from "#lib/flow/defined.ts";
/** JSON for its owner alone: nothing between us keeps a copy. */
export const json = (body: unknown, status = 200): Response =>
  Response.json(body, { status, headers: { "cache-control": "no-store" } });

export const done = (status: 202 | 204, headers?: Headers): Response =>
  new Response(null, { status, ...defined({ headers }) });
