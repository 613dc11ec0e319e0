import { setImmediate as connectionIsFree } from "node:timers/promises";
import type { Agent, Dispatcher } from "undici";
import { type Cap, decode, readCapped } from "./body.ts";
import { deadline } from "./deadline.ts";
import { isHangUp, Stopped } from "./failure.ts";

export type Deadlines = {
  /** Name, connection and handshake. */
  readonly connect: number;
  /** From the request's first byte to the answer's last header. */
  readonly headers: number;
  readonly body: number;
  /** All that one question may spend at servers, redirects included, waiting for its turn excluded. */
  readonly total: number;
};
export const DEADLINES: Deadlines = { connect: 2_500, headers: 5_000, body: 10_000, total: 30_000 };

/** A connection without a question is closed after this. */
export const KEPT_OPEN_MS = 4_000;

export type Request = {
  readonly url: URL;
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly cap: Cap;
  /** It carries somebody's token, asks for one, or is for one browser alone: no recording keeps it. */
  readonly secret?: true;
};
/** `bytes` is null where the status stands but the body does not: a refusal's page may be broken or endless. */
export type Raw = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer | null;
};
export type Exchange = (request: Request, limits: ExchangeLimits) => Promise<Raw>;
export type ExchangeLimits = { readonly signal?: AbortSignal; readonly totalMs: number };

/** Of a page that only explains a status, this much. */
const EXPLANATION: Cap = { bytes: 64 * 1024, cut: true };

/** One request and its answer on the wire. Throws `Stopped` and what sockets throw. */
export function makeExchange(agent: Agent, deadlines: Deadlines): Exchange {
  const noticing = agent.compose(noticeStart);
  return async (request, limits) => {
    const clock = startClock(limits);
    try {
      const answer = await noticing.request({
        origin: request.url.origin,
        path: request.url.pathname + request.url.search,
        method: request.method,
        headers: request.headers,
        body: request.body ?? null,
        signal: clock.signal,
        opaque: () => clock.within(deadlines.headers),
      });
      clock.within(deadlines.body);
      const received = await receive(answer, request.cap);
      await connectionIsFree(); // asked again in the same turn, the host would be greeted a second time
      return { status: answer.statusCode, ...received };
    } catch (error) {
      const reason = clock.signal.aborted ? clock.signal.reason : error;
      clock.hangUp(); // an answer left unread would hold its connection for good
      throw reason;
    } finally {
      clock.stop();
    }
  };
}

type Answer = Dispatcher.ResponseData<unknown>;

async function receive(answer: Answer, cap: Cap): Promise<{ headers: Record<string, string>; bytes: Buffer | null }> {
  const headers = flatten(answer.headers);
  const succeeded = answer.statusCode >= 200 && answer.statusCode < 300;
  const read = async (within: Cap) => {
    const bytes = await readCapped(answer.body, headers["content-length"], within).catch(cutOff);
    return decode(bytes, headers["content-encoding"], within);
  };
  const bytes = succeeded ? await read(cap) : await read(EXPLANATION).catch(() => null);
  return { headers, bytes };
}

/** A line that breaks after the headers is no kept connection closed too early: asking again would not mend it. */
function cutOff(error: unknown): never {
  throw isHangUp(error) ? new Stopped("connect") : error;
}

const flatten = (headers: Answer["headers"]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(", ") : String(value)]],
    ),
  );

/** The time for headers starts when the request is written, which only the dispatcher sees. */
const noticeStart: Dispatcher.DispatcherComposeInterceptor = (dispatch) => (options, handler) => {
  const started = "opaque" in options && typeof options.opaque === "function" ? options.opaque : undefined;
  const begin = handler.onRequestStart?.bind(handler);
  handler.onRequestStart = (controller, context) => {
    started?.();
    begin?.(controller, context);
  };
  return dispatch(options, handler);
};

type Clock = { readonly signal: AbortSignal; within(ms: number): void; hangUp(): void; stop(): void };

/** One signal for the asker's wish to stop, the whole time, and the phase under way. */
function startClock({ signal, totalMs }: ExchangeLimits): Clock {
  const controller = new AbortController();
  const late = () => controller.abort(new Stopped("timeout"));
  const cancel = () => controller.abort(new Stopped("cancelled"));
  const endTotal = deadline(totalMs, late);
  let endPhase: (() => void) | undefined;
  if (signal?.aborted) cancel();
  signal?.addEventListener("abort", cancel, { once: true });
  return {
    signal: controller.signal,
    within(ms) {
      endPhase?.();
      endPhase = deadline(ms, late);
    },
    hangUp: cancel,
    stop() {
      endTotal();
      endPhase?.();
      signal?.removeEventListener("abort", cancel);
    },
  };
}
