import { CALLS } from "#lib/contract/calls.ts";
import type { Problem } from "#lib/contract/problem.ts";

type Refused = { readonly problem: Problem; readonly headers?: Readonly<Record<string, string>> };

/** Pictures stand beside the calls, without being a part of the JSON contract. */
const GIVEN = [...CALLS, { method: "get", path: "/api/avatars/{sig}" }];
const PLACES = GIVEN.map(({ method, path }) => ({
  method: method.toUpperCase(),
  at: new RegExp(`^${path.replaceAll(".", "\\.").replace(/\{\w+\}/g, "[^/]+")}$`),
}));
/** Next's own picture service is unused, and costs processor, memory and disk at the wish of a stranger. */
const CLOSED = /^\/+_next\/+image/i;
const PAGE_METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/**
 * Next answers an unknown path with a page, a wrong method with nothing, and fails at methods that a request of its own
 * cannot hold. Who calls the API gets the errors of the API.
 */
export function contractRefusal(method: string, path: string): Refused | undefined {
  if (CLOSED.test(path)) return { problem: problem(404, "Not found") };
  const methods = /^\/api(?:\/|$)/.test(path) ? methodsAt(path) : PAGE_METHODS;
  if (methods.length === 0) return { problem: problem(404, "Not found") };
  if (methods.includes(method)) return undefined;
  return { problem: problem(405, "Not a method of this address"), headers: { allow: methods.join(", ") } };
}

/** Slashes too many are not counted: Next leads from there to the address without them. */
function methodsAt(path: string): readonly string[] {
  const plain = path.replace(/\/+/g, "/").replace(/\/$/, "");
  const methods = PLACES.filter(({ at }) => at.test(plain)).map(({ method }) => method);
  if (methods.length === 0) return [];
  return [...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"];
}

const problem = (status: number, title: string): Problem => ({ type: "about:blank", title, status });
