import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { OPINION_KINDS } from "#lib/domain/evidence/opinions.ts";
import type { Gate } from "#lib/domain/ports/gate.ts";
import { readActorDocument } from "./find/actor.ts";
import { readNodeInfo } from "./find/nodeinfo.ts";
import { askWebfinger } from "./find/webfinger.ts";
import { askFediseer } from "./opinions/fediseer.ts";
import type { PagedQuestion, Question, Server } from "./question/adapter.ts";
import { askFact } from "./question/ask.ts";
import { ADAPTERS } from "./software/index.ts";

/**
 * Every question of every adapter, and what else a server is asked, against answers that nobody foresaw: the names of
 * fields that we read, with anything in them. What comes of it is a fact or a gap, never an error.
 */
const RUNS = process.env.PROVE ? 3_000 : 25;

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

/** The names that stand in our readers: a field that nobody reads finds nothing out. */
const folders = ["software", "find", "question", "opinions"].map((name) => `lib/fediverse/${name}`);
const text = folders.flatMap((folder) =>
  readdirSync(folder).flatMap((file) => (file.endsWith(".test.ts") ? [] : [readFileSync(`${folder}/${file}`, "utf8")])),
);
const NAMES = [...new Set([...text.join("\n").matchAll(/\b([a-zA-Z_]{2,}|@\w+)"?: /g)].map(([, name = ""]) => name))];

const word = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    ...NAMES,
    "far.example",
    "https://far.example/users/ada",
    "ada@far.example",
    "*.a.example",
    "suspend",
  ),
  fc.constantFrom(
    "",
    "__proto__",
    "https://",
    "//",
    "@",
    "\u0000",
    "\ud800",
    "2026-13-45",
    "1e999",
    "acct:a@b",
    "mastodon",
  ),
);
const { tree } = fc.letrec((tie) => ({
  leaf: fc.oneof(word, fc.integer(), fc.double(), fc.boolean(), fc.constant(null)),
  tree: fc.oneof(
    { depthSize: "medium", withCrossShrink: true },
    tie("leaf"),
    fc.array(tie("tree"), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...NAMES, "__proto__", "constructor"), tie("tree"), { maxKeys: 8 }),
  ),
}));
const bodies = fc.oneof(
  { weight: 9, arbitrary: tree.map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 200 }) },
);
const statuses = fc.constantFrom(200, 200, 200, 201, 400, 401, 403, 404, 410, 422, 429, 500, 503);
const headers = fc.dictionary(fc.constantFrom("link", "x-total-count", "content-type", "retry-after"), word, {
  maxKeys: 3,
});
const answers = fc.record({ body: bodies, status: statuses, headers });
type Answer = typeof answers extends fc.Arbitrary<infer T> ? T : never;

const answering = ({ body, status, headers: sent }: Answer): Gate => ({
  ask: async ({ url }) => ({ ok: true, status, url, headers: sent, at: "2026-11-20T12:00:00.000Z", body }),
});

/** A fact is kept, sent and judged as JSON. */
function expectFact(fact: { readonly known: boolean }): void {
  expect(typeof fact.known).toBe("boolean");
  expect(() => JSON.stringify(fact)).not.toThrow();
}

describe("an answer that nobody foresaw", () => {
  test("there are questions and names to try it with", () => {
    expect(QUESTIONS.length).toBeGreaterThan(60);
    expect(NAMES).toEqual(expect.arrayContaining(["domain", "movedTo", "preferredUsername", "alsoKnownAs"]));
  });

  test.each(QUESTIONS)("%s", async (_, question) => {
    await fc.assert(
      fc.asyncProperty(answers, async (answer) => {
        const fact = await askFact(answering(answer), question, INPUT as never);
        expectFact(fact);
        if (!question.next || !fact.known) return;
        const page = fact.value as { readonly rows: readonly object[]; readonly raw: number };
        const next = question.next({
          page: page as never,
          body: safely(answer.body),
          headers: answer.headers,
          url: URL_OF,
        });
        expect(typeof next === "string" ? ["end", "broken"] : [next]).toContainEqual(next);
      }),
      { numRuns: RUNS },
    );
  });

  test.each([
    ["NodeInfo", (gate: Gate) => readNodeInfo(gate, SERVER)],
    ["WebFinger", (gate: Gate) => askWebfinger(gate, SERVER.host, "acct:ada@far.example")],
    ["an actor", (gate: Gate) => readActorDocument(gate, "https://far.example/users/ada")],
    ...OPINION_KINDS.map((kind) => [`FediSeer ${kind}`, (gate: Gate) => askFediseer(gate, kind, SERVER.host)] as const),
  ] as const)("%s", async (_, ask) => {
    await fc.assert(
      fc.asyncProperty(answers, async (answer) => {
        expect(() => JSON.stringify(answer)).not.toThrow();
        expect(JSON.stringify(await ask(answering(answer)))).toContain("known");
      }),
      { numRuns: RUNS },
    );
  });
});

const URL_OF = "https://far.example/list";
function safely(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
