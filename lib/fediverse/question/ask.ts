import { type Fact, type Gap, gap, known, type Source } from "#lib/domain/evidence/fact.ts";
import type { Answer, Ask, Gate, Refusal, SignedIn } from "#lib/domain/ports/gate.ts";
import { defined } from "#lib/flow/defined.ts";
import { readJson } from "#lib/flow/read-json.ts";
import type { Meant, Question, Server } from "./adapter.ts";

export type AskOptions = {
  /** One of the mover's own two servers. */
  readonly own?: boolean;
  readonly about?: NonNullable<Ask["about"]>;
  readonly signal?: AbortSignal;
  readonly anew?: true;
  readonly paged?: boolean;
  readonly pagesLeft?: number;
  readonly signedIn?: SignedIn;
};

/** A fact, and what paging needs of the answer behind it. */
export type Asked<Meaning> = {
  readonly fact: Fact<Meaning>;
  readonly body?: unknown;
  readonly headers: Readonly<Record<string, string>>;
  readonly url: string;
  /** When asking again makes sense. */
  readonly until?: string;
  /** It was answered because we signed it. */
  readonly signed?: true;
};

const REFUSED: Readonly<Record<Refusal, Gap>> = {
  "private-address": "unreachable",
  "not-https": "bad-answer",
  dns: "unreachable",
  resolver: "our-fault",
  connect: "unreachable",
  tls: "unreachable",
  timeout: "unreachable",
  "too-large": "bad-answer",
  redirects: "bad-answer",
  "bad-json": "bad-answer",
  robots: "refused-robots",
  "opted-out": "refused-robots",
  "over-budget": "over-budget",
  paused: "unreachable",
  "our-fault": "our-fault",
  cancelled: "not-asked",
};

/** Nobody else can open what was read with somebody's token. */
const sourceOf = (url: string, { signedIn }: AskOptions): Pick<Source, "kind" | "url"> =>
  signedIn ? { kind: "signed-in" } : { kind: "network", url };

/** Out of reach, as far as is known, and not because it was tried now. */
const UNTRIED_NOW = { untried: true } as const;
const UNTRIED: ReadonlySet<Refusal> = new Set(["paused", "private-address"]);

const STATUS: Readonly<Record<number, Gap>> = {
  401: "needs-login",
  403: "hidden-by-server",
  404: "not-offered",
  405: "not-offered",
  406: "not-offered",
  410: "not-offered",
  429: "over-budget",
  501: "not-offered",
};

/** Asks one question and says what the answer means. Whatever a stranger's server does comes back as a fact or a gap. */
export async function ask<Input extends Server, Meaning>(
  gate: Gate,
  question: Question<Input, Meaning>,
  input: Input,
  options: AskOptions = {},
): Promise<Asked<Meaning>> {
  const path = question.path(input);
  const url = path.startsWith("/") ? `https://${input.webHost}${path}` : path;
  const reply = await gate.ask({
    url,
    ...(question.body ? { method: "POST" as const, body: question.body(input) } : {}),
    accept: question.accept ?? (question.text ? "text/csv, text/plain" : "application/json"),
    ...defined({ size: question.size, sign: question.sign, acts: question.acts, about: question.about }),
    ...options,
    // As text: an error page without JSON still has a status that means something.
    as: "text",
  });
  if (!reply.ok) {
    const source = { ...sourceOf(url, options), at: reply.at, ...(UNTRIED.has(reply.why) ? UNTRIED_NOW : {}) };
    return { fact: gap(REFUSED[reply.why], source), headers: {}, url, ...defined({ until: reply.until }) };
  }
  const body = question.text ? reply.body : parse(reply.body);
  const source = { ...sourceOf(url, options), at: reply.at, status: reply.status };
  const fact = toFact(meaning(question, input, reply, body), source);
  return { fact, body, headers: reply.headers, url: reply.url, ...defined({ signed: reply.signed }) };
}

/** The fact alone; a question this software has no answer to is a gap of its own. */
export async function askFact<Input extends Server, Meaning>(
  gate: Gate,
  question: Question<Input, Meaning> | undefined,
  input: Input,
  options?: AskOptions,
): Promise<Fact<Meaning>> {
  return question ? (await ask(gate, question, input, options)).fact : gap("not-offered");
}

export function toFact<Meaning>(meant: Meant<Meaning>, source: Source): Fact<Meaning> {
  if ("gap" in meant) return gap(meant.gap, source);
  const { value, complete } = meant;
  return complete === undefined ? known(value, source) : { ...known(value, source), complete };
}

function meaning<Input, Meaning>(
  question: Question<Input, Meaning>,
  input: Input,
  { status, body: text, signed, wantsNoSignature, ours }: Answer,
  body: unknown,
): Meant<Meaning> {
  if (ours) return { gap: ours };
  const coded = question.codeMeans?.[codeIn(body) ?? ""];
  if (coded) return coded;
  const told = question.statusMeans?.[status];
  if (told) return typeof told === "function" ? told(body, text) : told;
  if (status < 200 || status > 299) return { gap: gapOf(status, question.sign && !signed && !wantsNoSignature) };
  if (isCrowded(body)) return { gap: "bad-answer" };
  const read = question.reads(input).safeParse(body);
  return read.success ? read.data : { gap: "bad-answer" };
}

function gapOf(status: number, isUnsigned = false): Gap {
  if (status === 401 && isUnsigned) return "needs-signature";
  return STATUS[status] ?? (status >= 500 ? "unreachable" : "bad-answer");
}

/** A gate may have read the JSON already. */
function parse(body: unknown): unknown {
  return typeof body === "string" ? readJson(body)?.value : body;
}

/** Misskey's errors: `{error: {code}}`. */
function codeIn(body: unknown): string | undefined {
  const error = field(body, "error");
  const code = field(error, "code");
  return typeof code === "string" ? code : undefined;
}

/** More than any list of names that servers publish. */
const MOST_ITEMS = 200_000;
const DEEPEST = 4;

/** So many parts that reading them would cost more than sending them. */
function isCrowded(body: unknown): boolean {
  let left = MOST_ITEMS;
  const count = (value: unknown, depth: number): boolean => {
    if (typeof value !== "object" || value === null || depth > DEEPEST) return false;
    const parts = Array.isArray(value) ? value : Object.values(value);
    left -= Array.isArray(value) ? value.length : 0;
    return left < 0 || parts.some((part) => count(part, depth + 1));
  };
  return count(body, 0);
}

export const field = (body: unknown, name: string): unknown =>
  typeof body === "object" && body !== null ? (body as Readonly<Record<string, unknown>>)[name] : undefined;
