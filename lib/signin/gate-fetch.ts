import type { Ask, Gate, Refusal, Refused } from "#lib/domain/ports/gate.ts";
import { defined } from "#lib/flow/defined.ts";

/** The server could not be asked, or not now. */
export class NotAsked extends Error {
  override name = "NotAsked";
  readonly why: Refused["why"];
  readonly until: string | undefined;

  constructor({ why, until }: Refused) {
    super(`The server could not be asked: ${why}.`);
    this.why = why;
    this.until = until;
  }
}

/** No question went there: by our own limits, or because of a fault on our side. */
const UNASKED: ReadonlySet<Refusal> = new Set(["over-budget", "paused", "our-fault", "resolver", "cancelled"]);
export const wasUnasked = ({ why }: NotAsked): boolean => UNASKED.has(why);

/** Like `fetch`, through our own gate. */
export const gateFetch =
  (gate: Gate) =>
  async (url: string, { method, body }: { readonly method: string; readonly body?: unknown }): Promise<Response> => {
    const form = method === "POST" ? { form: body instanceof URLSearchParams ? body.toString() : "" } : {};
    return responseFrom(await askSignIn(gate, { url, method: method === "POST" ? "POST" : "GET", ...form }));
  };

/** A question on the way to a token. */
export async function askSignIn(gate: Gate, ask: Ask) {
  const reply = await gate.ask({ apart: "sign-in", ...ask, own: true, accept: "application/json", as: "text" });
  if (!reply.ok) throw new NotAsked(reply);
  return reply;
}

type Heard = Awaited<ReturnType<typeof askSignIn>>;

/** Of what a server may answer not everything can be a `Response`; the rest is an answer that says no. */
function responseFrom({ status, headers, body }: Heard): Response {
  const type = headers["content-type"];
  const named = type !== undefined && IN_HEADERS.test(type) ? { "content-type": type } : undefined;
  const text = WITHOUT_BODY.has(status) ? null : String(body ?? "");
  return new Response(text, { status: status <= 599 ? status : BAD_GATEWAY, ...defined({ headers: named }) });
}
const WITHOUT_BODY: ReadonlySet<number> = new Set([204, 205, 304]);
const BAD_GATEWAY = 502;
const IN_HEADERS = /^[\x20-\x7e]*$/;

export function jsonOf({ body }: Heard): unknown {
  try {
    return JSON.parse(String(body));
  } catch {
    return undefined;
  }
}
