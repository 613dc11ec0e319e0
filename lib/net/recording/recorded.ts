import type { Refusal } from "#lib/domain/ports/gate.ts";
import { defined } from "#lib/flow/defined.ts";
import type { Raw, Request } from "../exchange.ts";

/** One question and its answer as they went over the wire, as JSON: what `--trace` writes and `replay` reads. */
export type Recorded = {
  readonly request: {
    readonly method: "GET" | "POST";
    readonly url: string;
    readonly accept?: string;
    /** The signature itself is never kept. */
    readonly signed: boolean;
    readonly body?: unknown;
  };
  /** When it was asked; recordings made by others may have only the `date` of the answer. */
  readonly at?: string;
  readonly ms: number;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Parsed where it is a list or an object, else the text; null where the body could not be read. */
  readonly body?: unknown;
  /** Instead of an answer. */
  readonly refused?: Refusal;
};

/** They would name us or the reader's session, or say of the body what is true no more once it was unpacked. */
const LEFT_OUT = /^(set-cookie|content-security-policy.*|content-encoding|content-length|transfer-encoding)$/;

export function recordedRequest({ method, url, headers, body }: Request): Recorded["request"] {
  const { accept, signature } = headers;
  return {
    method,
    url: url.href,
    ...defined({ accept }),
    signed: signature !== undefined || headers["signature-input"] !== undefined,
    // Bytes are for one browser alone, and never recorded.
    ...(typeof body === "string" ? { body: readBody(body) } : {}),
  };
}

export function recordedAnswer({ status, headers, bytes }: Raw): Pick<Recorded, "status" | "headers" | "body"> {
  const kept = Object.entries(headers).filter(([name]) => !LEFT_OUT.test(name));
  return { status, headers: Object.fromEntries(kept), body: bytes === null ? null : readBody(bytes.toString("utf8")) };
}

export const rawOf = ({ status = 0, headers = {}, body }: Recorded): Raw => ({
  ...{ status, headers },
  bytes: body === null ? null : Buffer.from(textOf(body)),
});

const textOf = (body: unknown): string => (typeof body === "string" ? body : JSON.stringify(body ?? ""));

/** A text that is a JSON string or number stays a text, so that it is given back as it came. */
function readBody(text: string): unknown {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" && parsed !== null ? parsed : text;
  } catch {
    return text;
  }
}
