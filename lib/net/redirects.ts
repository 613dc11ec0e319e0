import type { Answer, Ask } from "#lib/domain/ports/gate.ts";
import { defined } from "#lib/flow/defined.ts";
import type { Cap } from "./body.ts";
import type { Raw } from "./exchange.ts";
import type { RequestAsk, RequestRefused, SendRequest } from "./one-request.ts";
import type { AskSigned, Send, SignedResult } from "./signing/signed-asks.ts";

/** As in the `Answer` that is made of it. */
export type AboutSigning = "signed" | "wantsNoSignature" | "ours" | "believedElsewhere";
export type Arrived = { readonly url: URL; readonly raw: Raw } & Pick<Answer, AboutSigning>;
export type FinalAnswer = Arrived | { readonly refused: RequestRefused };
/** Whether a host may be asked for this at all; nothing means yes. */
export type Admission = (url: URL, kind: Purpose) => Promise<RequestRefused | undefined>;
/** What kind of question it is, as its asker says. */
export type Purpose = Pick<Ask, "own" | "about">;
export type RedirectParts = {
  readonly sendRequest: SendRequest;
  /** Absent where nothing is signed. */
  readonly askSigned?: AskSigned;
  readonly totalMs: number;
};
export type Question = Pick<
  Ask,
  "body" | "form" | "push" | "paged" | "pagesLeft" | "own" | "about" | "sign" | "acts" | "spend" | "signal"
> & {
  readonly url: URL;
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly cap: Cap;
  readonly single?: boolean;
  /** By another host's redirect. */
  readonly sentOn?: boolean;
  /** It carries a token or leads to one, and is counted by this name. */
  readonly apart?: string;
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
    const mayPut = putsOf(question);
    const go = async (here: Question, hops: number): Promise<FinalAnswer> => {
      const barred = isPlainHttps(here.url) ? await admit(here.url, here) : refusal("not-https", here.url);
      if (barred) return { refused: barred };
      const result = await send(here, time, parts, mayPut);
      if (result.refused) return result;
      const onward = nextUrl(result.raw, here.url);
      if (!onward) return { url: here.url, ...result };
      if (!mayGoOn(here, onward, hops)) return { refused: refusal("redirects", here.url) };
      return go(redirected(here, onward, result.raw.status), hops + 1);
    };
    return go(question, 0);
  };
}

/** What we send is for the host that was asked, and a token more than anything. */
const mayGoOn = ({ method, url, apart, acts }: Question, onward: URL, hops: number): boolean =>
  !acts && hops < MOST_REDIRECTS && ((method === "GET" && apart === undefined) || onward.hostname === url.hostname);

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

/** Whether one more request may be sent for a question: its asker has counted the first, and is asked about others. */
function putsOf({ spend }: Question): (host: string) => boolean {
  let isFirst = true;
  return (host) => {
    const may = isFirst || !spend || spend(host);
    isFirst = false;
    return may;
  };
}

/** Signed where the host wants it, as far as the question and we can. */
function send(
  question: Question,
  time: RequestAsk["time"],
  { sendRequest, askSigned }: RedirectParts,
  mayPut: (host: string) => boolean,
): Promise<SignedResult> {
  const put: Send = async (signature) => {
    if (!mayPut(question.url.hostname)) return { refused: refusal("over-budget", question.url) };
    const ask = requestAsk(question, time, { ...question.headers, ...signature?.headers });
    return sendRequest({ ...ask, asksUsFirst: signature?.believed === false });
  };
  return askSigned && question.sign && question.method === "GET" ? askSigned(question.url, put) : put();
}

function requestAsk(
  question: Question,
  time: RequestAsk["time"],
  headers: Readonly<Record<string, string>>,
): RequestAsk {
  const { url, method, body, form, push, apart, cap, paged, own, single, sentOn, pagesLeft, spend, signal } = question;
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
    asksUsFirst: false,
    ...(method === "POST" ? { body: push?.body ?? form ?? JSON.stringify(body ?? {}) } : {}),
    ...(apart === undefined ? {} : { apart, secret: true }),
    ...defined({ pagesLeft, spend, signal }),
  };
}

/** Nothing where the answer leads nowhere else; an address that cannot be read is told apart by its empty host. */
function nextUrl({ status, headers }: Raw, from: URL): URL | undefined {
  const { location } = headers;
  if (!REDIRECTS.has(status) || location === undefined) return undefined;
  return plainUrl(location, from.href) ?? new URL("about:blank");
}

/** What the asker said about a question holds for the host that he named, and for the same document of another one. */
function kindAfter({ own, about, url: from }: Question, url: URL): Purpose {
  const stays = url.hostname === from.hostname;
  const isSame = stays || (about === "server" && url.pathname === from.pathname);
  return { own: (own ?? false) && stays, ...(about && isSame ? { about } : {}) };
}

function redirected(question: Question, url: URL, status: number): Question {
  const { body, form, about: _, ...rest } = question;
  const sentOn = (question.sentOn ?? false) || url.hostname !== question.url.hostname;
  const onward = { ...rest, url, sentOn, ...kindAfter(question, url) };
  if (question.method === "GET" || KEEPS_METHOD.has(status)) return { ...onward, ...defined({ body, form }) };
  const { "content-type": _type, ...headers } = question.headers;
  return { ...onward, method: "GET", headers };
}
