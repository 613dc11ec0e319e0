import type { Ask } from "#lib/domain/ports/gate.ts";
import type { Signer } from "#lib/domain/ports/ports.ts";
import type { Cap } from "./body.ts";
import type { Raw } from "./exchange.ts";
import type { RequestAsk, RequestRefused, RequestResult, SendRequest } from "./one-request.ts";
import { asksForSignature } from "./signing/signature-wish.ts";

export type Arrived = { readonly url: URL; readonly raw: Raw };
export type FinalAnswer = Arrived | { readonly refused: RequestRefused };
/** Whether a host may be asked for this at all; nothing means yes. */
export type Admission = (url: URL) => Promise<RequestRefused | undefined>;
export type RedirectParts = {
  readonly sendRequest: SendRequest;
  readonly signer?: Signer;
  readonly now: () => Date;
  readonly totalMs: number;
};
export type Question = Pick<Ask, "body" | "paged" | "pagesLeft" | "own" | "sign" | "signal"> & {
  readonly url: URL;
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly cap: Cap;
  readonly single?: boolean;
  /** By another host's redirect. */
  readonly sentOn?: boolean;
};

const MOST_REDIRECTS = 3;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** Only these say that the same method and body are meant for the new place. */
const KEEPS_METHOD: ReadonlySet<number> = new Set([307, 308]);

export type AskThroughRedirects = (question: Question, admit: Admission) => Promise<FinalAnswer>;

/** A question and its redirects. Every one is a request of its own, admitted, judged and counted like the first. */
export function openRedirects(parts: RedirectParts): AskThroughRedirects {
  return async (question, admit) => {
    const time = { leftMs: parts.totalMs };
    const go = async (here: Question, hops: number): Promise<FinalAnswer> => {
      const barred = isPlainHttps(here.url) ? await admit(here.url) : refusal("not-https", here.url);
      if (barred) return { refused: barred };
      const result = await askSigned(here, time, parts);
      if (result.refused) return result;
      const onward = nextUrl(result.raw, here.url);
      if (!onward) return { url: here.url, raw: result.raw };
      if (!mayGoOn(here, onward, hops)) return { refused: refusal("redirects", here.url) };
      return go(redirected(here, onward, result.raw.status), hops + 1);
    };
    return go(question, 0);
  };
}

/** What we send is for the host that was asked. */
const mayGoOn = ({ method, url }: Question, onward: URL, hops: number): boolean =>
  hops < MOST_REDIRECTS && (method === "GET" || onward.hostname === url.hostname);

/** One name for one host: the dot that ends a full name would make another one of it, with a budget of its own. */
export function plainUrl(text: string, base?: string): URL | null {
  const url = URL.parse(text, base);
  if (!url) return null;
  url.hash = "";
  url.hostname = url.hostname.replace(/\.$/, "");
  return url;
}

const refusal = (why: RequestRefused["why"], { hostname }: URL): RequestRefused => ({ why, host: hostname });

/** Without a password; the port is judged where the address is, which comes first. */
const isPlainHttps = (url: URL): boolean =>
  url.protocol === "https:" && url.username === "" && url.password === "" && url.hostname !== "";

/** Unsigned first: most servers do not ask for it, and a signature tells them more about us than they need. */
async function askSigned(
  question: Question,
  time: RequestAsk["time"],
  { sendRequest, signer, now }: RedirectParts,
): Promise<RequestResult> {
  const result = await sendRequest(requestAsk(question, time, question.headers));
  if (result.refused || !signer || !question.sign || question.method !== "GET") return result;
  if (!asksForSignature(result.raw)) return result;
  const signed = await signer.headers(question.url.href, now());
  return sendRequest(requestAsk(question, time, { ...question.headers, ...signed }));
}

function requestAsk(
  question: Question,
  time: RequestAsk["time"],
  headers: Readonly<Record<string, string>>,
): RequestAsk {
  const { url, method, body, cap, paged, own, single, sentOn, pagesLeft, signal } = question;
  return {
    url,
    method,
    headers,
    cap,
    time,
    paged: paged ?? false,
    own: own ?? false,
    single: single ?? own ?? false,
    sentOn: sentOn ?? false,
    ...(method === "POST" ? { body: JSON.stringify(body ?? {}) } : {}),
    ...(pagesLeft === undefined ? {} : { pagesLeft }),
    ...(signal ? { signal } : {}),
  };
}

/** Nothing where the answer leads nowhere else; an address that cannot be read is told apart by its empty host. */
function nextUrl({ status, headers }: Raw, from: URL): URL | undefined {
  const { location } = headers;
  if (!REDIRECTS.has(status) || location === undefined) return undefined;
  return plainUrl(location, from.href) ?? new URL("about:blank");
}

function redirected(question: Question, url: URL, status: number): Question {
  const { body, ...rest } = question;
  const stays = url.hostname === question.url.hostname;
  const own = (question.own ?? false) && stays;
  const sentOn = (question.sentOn ?? false) || !stays;
  if (question.method === "GET" || KEEPS_METHOD.has(status)) return { ...question, url, own, sentOn };
  const { "content-type": _, ...headers } = question.headers;
  return { ...rest, url, own, sentOn, method: "GET", headers };
}
