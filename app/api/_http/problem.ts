import type { Problem } from "#lib/contract/problem.ts";
import { defined } from "#lib/flow/defined.ts";

const TITLES: Readonly<Record<number, string>> = {
  400: "That is not JSON",
  403: "Not allowed",
  404: "Not found",
  409: "Not possible in this state",
  410: "Gone",
  413: "Too large",
  415: "Unsupported content type",
  422: "Some inputs need another look",
  429: "Too many requests",
  503: "Not available right now",
};

type More = {
  readonly detail?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly retryAfter?: number;
};

/** RFC 9457. An unknown id and a wrong key get the same body: nobody learns which it was. */
export function problem(status: number, { detail, fields, retryAfter }: More = {}): Response {
  const body: Problem = {
    type: "about:blank",
    title: TITLES[status] ?? "Something broke on our side",
    status,
    ...defined({ detail }),
    ...defined({ fields }),
  };
  const headers = new Headers({ "content-type": "application/problem+json", "cache-control": "no-store" });
  if (retryAfter) headers.set("retry-after", String(retryAfter));
  return new Response(JSON.stringify(body), { status, headers });
}

export const foreign = (): Response => problem(403, { detail: "This call did not come from our own pages." });
export const notFound = (): Response => problem(404);
