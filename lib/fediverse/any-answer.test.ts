import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { OPINION_KINDS } from "#lib/domain/evidence/opinions.ts";
import type { Gate } from "#lib/domain/ports/gate.ts";
import { mutated } from "#testing/strangers/mutated.ts";
import { readActorDocument } from "./find/actor.ts";
import { readNodeInfo } from "./find/nodeinfo.ts";
import { askWebfinger } from "./find/webfinger.ts";
import { askFediseer } from "./opinions/fediseer.ts";
import type { PagedQuestion, Question, Server } from "./question/adapter.ts";
import { askFact } from "./question/ask.ts";
import { ADAPTERS } from "./software/index.ts";

/**
 * Every question of every adapter, and what else a server is asked, against answers that nobody foresaw: answers of
 * real servers in which some places hold something else. What comes of it is a fact or a gap, never an error.
 */
const RUNS = process.env.PROVE ? 2_000 : 25;
const PATIENCE_MS = 300_000;

const SERVER: Server = { host: "far.example", webHost: "far.example" };
/** Whatever any question wants to know. */
const INPUT = {
  ...SERVER,
  ...{ user: "ada", acct: "ada@far.example", home: "far.example", id: "1", key: "1", keys: ["1", "2"] },
  ...{ about: "new.example", uri: "https://far.example/users/ada", missing: "no-such-name.far.example", at: null },
};
type Any = Question<typeof INPUT, unknown> & Partial<Pick<PagedQuestion<Server>, "next">>;

const isQuestion = (part: object): part is Any => "path" in part && "reads" in part;
function* questionsIn(part: unknown, name: string): Generator<readonly [string, Any]> {
  if (typeof part !== "object" || part === null || part instanceof RegExp) return;
  if (isQuestion(part)) yield [name, part];
  else for (const [key, inner] of Object.entries(part)) yield* questionsIn(inner, `${name} ${key}`);
}
const QUESTIONS = Object.entries(ADAPTERS).flatMap(([id, adapter]) => [...questionsIn(adapter, id)]);

type Answer = { readonly body: string; readonly status: number; readonly headers: Readonly<Record<string, string>> };
const answering = ({ body, status, headers }: Answer): Gate => ({
  ask: async ({ url }) => ({ ok: true, status, url, headers, at: "2026-11-20T12:00:00.000Z", body }),
});
const sound = (value: unknown): Answer => ({ body: JSON.stringify(value), status: 200, headers: {} });

/** What real servers answered, to whatever question, with few rows of each list, and one of each form. */
const ALL = ["testing/recorded", "world/fixtures", "world/fixtures/mastodon"].flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .flatMap((file) => answersIn(JSON.parse(readFileSync(`${folder}/${file}`, "utf8")))),
);
const RECORDED = [...new Map(ALL.map((answer) => [JSON.stringify(formOf(answer)), answer])).values()];
function answersIn(file: unknown): readonly unknown[] {
  type Exchange = { readonly answer?: unknown; readonly body?: unknown };
  const exchanges = (Array.isArray(file) ? file : (file as { exchanges: Exchange[] }).exchanges) as readonly Exchange[];
  return exchanges.flatMap(({ answer, body }) => [answer, body].map(shortened).filter((one) => one !== undefined));
}
function formOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(formOf);
  if (typeof value !== "object" || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, formOf(inner)]));
}
function shortened(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 3).map(shortened);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shortened(inner)]));
}

const headers = fc.dictionary(
  fc.constantFrom("link", "x-total-count", "retry-after", "content-type"),
  fc.oneof(fc.string({ maxLength: 30 }), fc.constantFrom('<https://far.example/a?max_id=1>; rel="next"', "<>;", "-1")),
  { maxKeys: 3 },
);
const statuses = fc.oneof(
  { weight: 4, arbitrary: fc.constant(200) },
  { weight: 1, arbitrary: fc.constantFrom(201, 400, 401, 403, 404, 410, 422, 429, 500, 503) },
);
/** Beside what reads as an answer to this question at all, now and then any other answer, or no JSON. */
const answersTo = (own: readonly unknown[]): fc.Arbitrary<Answer> =>
  fc.record({
    body: fc.oneof(
      { weight: 6, arbitrary: mutated(own.length > 0 ? own : RECORDED).map((value) => JSON.stringify(value) ?? "") },
      { weight: 2, arbitrary: mutated(RECORDED).map((value) => JSON.stringify(value) ?? "") },
      { weight: 1, arbitrary: fc.string({ maxLength: 200 }) },
    ),
    status: statuses,
    headers,
  });

type Fact = { readonly known: boolean; readonly value?: unknown };
const known = new Map<Any, Promise<readonly unknown[]>>();
function understood(question: Any): Promise<readonly unknown[]> {
  const found = known.get(question) ?? understand(question);
  known.set(question, found);
  return found;
}
async function understand(question: Any): Promise<readonly unknown[]> {
  const ask = (gate: Gate): Promise<Fact> => askFact(gate, question, INPUT as never);
  const facts = await Promise.all(RECORDED.map((answer) => ask(answering(sound(answer)))));
  return RECORDED.filter((_, at) => facts[at]?.known);
}

/** A fact is kept, sent and judged as JSON. */
function expectFact(fact: Fact): void {
  expect(typeof fact.known).toBe("boolean");
  expect(() => JSON.stringify(fact)).not.toThrow();
}

function expectPage({ next }: Any, { value }: Fact, { body, headers: sent }: Answer): void {
  if (!next) return;
  const place = next({ page: value as never, body: safely(body), headers: sent, url: "https://far.example/list" });
  expect(place === "end" || place === "broken" || typeof place.at === "string").toBe(true);
}
function safely(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

describe("an answer that nobody foresaw", () => {
  test("there are questions, and most of them have an answer of a real server to begin with", async () => {
    expect(QUESTIONS.length).toBeGreaterThan(60);
    const begun = QUESTIONS.map(([, question]) => understood(question));
    const withoutAny = (await Promise.all(begun)).filter((own) => own.length === 0);
    expect(withoutAny.length).toBeLessThan(QUESTIONS.length / 3);
  });

  test.each(QUESTIONS)(
    "%s",
    async (_, question) => {
      const ask = (gate: Gate): Promise<Fact> => askFact(gate, question, INPUT as never);
      await fc.assert(
        fc.asyncProperty(answersTo(await understood(question)), async (answer) => {
          const fact = await ask(answering(answer));
          expectFact(fact);
          if (fact.known) expectPage(question, fact, answer);
        }),
        { numRuns: RUNS },
      );
    },
    PATIENCE_MS,
  );

  test.each([
    ["NodeInfo", (gate: Gate) => readNodeInfo(gate, SERVER)],
    ["WebFinger", (gate: Gate) => askWebfinger(gate, SERVER.host, "acct:ada@far.example")],
    ["an actor", (gate: Gate) => readActorDocument(gate, "https://far.example/users/ada")],
    ...OPINION_KINDS.map((kind) => [`FediSeer ${kind}`, (gate: Gate) => askFediseer(gate, kind, SERVER.host)] as const),
  ] as const)(
    "%s",
    async (_, ask) => {
      await fc.assert(
        fc.asyncProperty(answersTo([]), async (answer) => {
          expect(JSON.stringify(await ask(answering(answer)))).toContain('"known"');
        }),
        { numRuns: RUNS },
      );
    },
    PATIENCE_MS,
  );
});
