import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inWorld, signedAt } from "#testing/in-world.ts";
import type { Heard } from "./serve/ask.ts";

/** The shape of one answer a real server gave: what was asked, and what came. Texts stand for any text. */
type Fixture = {
  readonly what: string;
  readonly of: string;
  readonly ask: {
    readonly path: string;
    readonly method?: "GET" | "POST";
    readonly body?: unknown;
    readonly accept?: string;
    readonly signed?: true;
  };
  readonly status: number;
  readonly type?: string;
  readonly headers?: readonly string[];
  readonly body?: unknown;
  readonly text?: string;
  /** Values that matter, by path. */
  readonly values?: Readonly<Record<string, unknown>>;
  /** Fields that the real answer did not have. */
  readonly lacks?: readonly string[];
  /** Lines of a text, in this order. */
  readonly lines?: readonly string[];
};

const folder = join(import.meta.dirname, "fixtures");
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map(
    (name) => [name.replace(".json", ""), JSON.parse(readFileSync(join(folder, name), "utf8")) as Fixture[]] as const,
  );

const blocks = { "old.test": { severity: "suspend", comment: "spam" } } as const;
const { get, world } = inWorld({
  servers: {
    "old.test": { software: "gotosocial" },
    "elm.test": { software: "gotosocial", limited: true, allows: ["old.test"], list: "public", allowList: "public" },
    "cherry.test": { software: "cherrypick" },
    "mk.test": { software: "misskey", blocks },
    "far.test": { software: "gotosocial", list: "public", blocks },
    "ak.test": { software: "akkoma", list: "public", blocks },
    "hollo.test": { software: "hollo" },
    "snac.test": { software: "snac" },
    "m.test": { list: "public", blocks: { "x.example": { severity: "suspend", comment: "y" } } },
  },
  followers: {
    "mk.test": ["mika", "mako"],
    "far.test": ["fred", { user: "gus", fate: "deleted" }],
    "elm.test": ["elsa"],
    "cherry.test": ["chip"],
    "ak.test": ["aki"],
    "hollo.test": ["holly"],
    "snac.test": ["sam"],
    "m.test": ["mo"],
  },
});

/** Where the answer lacks something the real one had, or has it in another form. `null` stands for any form. */
function differences(real: unknown, ours: unknown, path = "answer"): readonly string[] {
  if (real === null || ours === null) return [];
  if (formOf(real) !== formOf(ours)) return [`${path} is ${formOf(ours)} and was ${formOf(real)}`];
  if (Array.isArray(real) && Array.isArray(ours))
    return real.length > 0 && ours.length > 0 ? differences(real[0], ours[0], `${path}[0]`) : [];
  if (typeof real !== "object") return [];
  return Object.entries(real as object).flatMap(([key, value]) =>
    key in (ours as object)
      ? differences(value, (ours as Record<string, unknown>)[key], `${path}.${key}`)
      : [`${path}.${key} is missing`],
  );
}
const at = (value: unknown, place: string) =>
  place.split(".").reduce<unknown>((part, name) => (part as Record<string, unknown>)?.[name], value);
const formOf = (value: unknown) => (Array.isArray(value) ? "list" : typeof value);

const asks = ({ path, method = "GET", accept, body, signed }: Fixture["ask"]) => {
  const headers = { ...(accept ? { accept } : {}), ...(signed ? signedAt(world().state.clock.now()) : {}) };
  return get(path, { method, body, headers });
};

/** What matters beyond the shape: some values, what is not there, lines of a text. */
function expectMore({ text, json }: Heard, { values = {}, lacks = [], lines = [] }: Fixture): void {
  for (const [place, value] of Object.entries(values)) expect(at(json, place), place).toEqual(value);
  for (const name of lacks) expect(json).not.toHaveProperty(name);
  expect([...new Set(text.split("\n").filter((line) => lines.includes(line)))]).toEqual(lines);
}

describe.each(files)("%s", (_, fixtures) => {
  it.each(fixtures)("$what, as $of", async (fixture) => {
    const { ask, status, type, headers = [], body, text } = fixture;
    const heard = await asks(ask);
    expect(heard.status).toBe(status);
    if (type) expect(heard.headers["content-type"]).toBe(type);
    for (const name of headers) expect(heard.headers[name], name).toBeDefined();
    if (text !== undefined) expect(heard.text).toBe(text);
    else if (body !== undefined) expect(differences(body, heard.json)).toEqual([]);
    expectMore(heard, fixture);
  });
});

it("sees when something is missing or of another form", () => {
  expect(differences({ id: "1", moved: null, fields: [{ name: "" }] }, { id: 1, fields: [{}] })).toEqual([
    "answer.id is number and was string",
    "answer.moved is missing",
    "answer.fields[0].name is missing",
  ]);
});
