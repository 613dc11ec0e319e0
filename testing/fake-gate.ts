import type { Ask, Gate, Ours, Refusal, Reply } from "#lib/domain/ports/gate.ts";
import { defined } from "#lib/flow/defined.ts";

/** For tests: a gate that knows a few answers by heart and writes down what it was asked. */
type Canned = {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Where the answer came from after redirects. */
  readonly url?: string;
  /** What we signed was refused because of us. */
  readonly ours?: Ours;
  readonly signed?: true;
};
export type Answers = Readonly<Record<string, Canned | Refusal | ((ask: Ask) => Canned | Refusal)>>;

export const AT = "2026-11-20T12:00:00.000Z";
const asRefusal = (canned: Canned | Refusal): canned is Refusal => typeof canned === "string";

export function fakeGate(answers: Answers): Gate & { readonly asked: string[]; readonly asks: Ask[] } {
  const asked: string[] = [];
  const asks: Ask[] = [];
  return {
    asked,
    asks,
    async ask(ask) {
      const key = keyOf(ask);
      asked.push(key);
      asks.push(ask);
      const found = answers[key] ?? answers[ask.url] ?? { status: 404, body: "<h1>Not Found</h1>" };
      return reply(typeof found === "function" ? found(ask) : found, ask);
    },
  };
}

/** `https://…` for a GET; `POST https://… {"body":"as JSON"}` else. */
const keyOf = ({ method, url, body }: Ask) => (method === "POST" ? `POST ${url} ${JSON.stringify(body)}` : url);

function reply(canned: Canned | Refusal, ask: Ask): Reply {
  if (asRefusal(canned)) return { ok: false, why: canned, at: AT };
  const { status = 200, body = "", headers = {}, url = ask.url, ours, signed } = canned;
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return { ok: true, status, url, headers, at: AT, body: text, ...defined({ ours, signed }) };
}
