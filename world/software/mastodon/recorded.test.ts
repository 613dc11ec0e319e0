import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inWorld } from "#testing/in-world.ts";
import type { Heard } from "../../serve/ask.ts";

/** One exchange with a real server, under names of this world. `{uri}` and `{id}` stand for ann's address and number. */
type Exchange = {
  readonly what: string;
  readonly of: string;
  readonly path: string;
  readonly accept?: string;
  readonly status: number;
  readonly type?: string;
  readonly text?: string;
  /** The whole answer, or parts of it, or of the rows of a list. */
  readonly body?: unknown;
  readonly has?: object;
  readonly list?: readonly object[];
  readonly keys?: readonly string[];
  readonly lacks?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
};
const file = join(import.meta.dirname, "../../fixtures/mastodon/exchanges.json");
const EXCHANGES = JSON.parse(readFileSync(file, "utf8")) as readonly Exchange[];

const PEOPLE = ["ann", { user: "del", fate: "deleted" }, { user: "sus", fate: "suspended" }] as const;
const { get, activity } = inWorld({
  script: [{ do: "snapshot" }, { do: "move" }, { do: "suspend-account", who: "sus@late.test" }],
  servers: {
    "m43.test": { version: "4.3.23" },
    "m45.test": { version: "4.5.15", numericIds: true },
    "m46.test": { version: "4.6.5", numericIds: true },
    "m47.test": { version: "4.7.0-alpha.2", numericIds: true },
    "fig.test": { limited: true, allows: ["old.test"] },
    "tea.test": { closedApi: true },
    "bay.test": { secure: true },
    "box.test": { version: "4.3.23", fault: "self-destructs" },
    "oak.test": { version: "4.3.23", peersAge: "empty" },
    "plum.test": { web: "social.plum.test" },
  },
  followers: {
    "m43.test": PEOPLE,
    "m45.test": PEOPLE,
    "m46.test": PEOPLE,
    "m47.test": PEOPLE,
    "fig.test": ["ann"],
    "tea.test": ["ann"],
    "bay.test": ["ann"],
    "box.test": ["ann"],
    "oak.test": ["ann"],
    "plum.test": ["ann"],
    "late.test": ["sus", { user: "bo", knownAs: { "old.test": "bob" } }],
  },
});

/** An exchange with the address and the number that ann has on the server asked. */
async function filledIn(exchange: Exchange): Promise<Exchange> {
  const text = JSON.stringify(exchange);
  if (!/\{(?:uri|id)\}/.test(text.replaceAll("?uri={uri}", ""))) return exchange;
  const host = exchange.path.split("/")[0] ?? "";
  const { id, uri } = (await get(`${host}/api/v1/accounts/lookup?acct=ann`)).json as { id: string; uri: string };
  const filled = text.replaceAll("?uri={uri}", "?uri=KEPT").replaceAll("{uri}", uri).replaceAll("{id}", id);
  return JSON.parse(filled.replaceAll("?uri=KEPT", "?uri={uri}")) as Exchange;
}

function compareHeaders({ type, headers = {} }: Exchange, heard: Heard): void {
  if (type) expect(heard.headers["content-type"]).toBe(type);
  for (const [name, value] of Object.entries(headers)) expect(heard.headers[name]).toBe(value);
}

function compareBodies({ text, body, has, list, keys = [], lacks = [] }: Exchange, heard: Heard): void {
  if (text !== undefined) expect(heard.text).toBe(text);
  if (body !== undefined) expect(heard.json).toEqual(body);
  if (has ?? list) expect(heard.json).toMatchObject(has ?? list ?? {});
  for (const key of keys) expect(heard.json).toHaveProperty([key]);
  for (const key of lacks) expect(heard.json).not.toHaveProperty([key]);
}

describe("as a real Mastodon answered", () => {
  it.each(EXCHANGES)("$what ($of)", async (exchange) => {
    const real = await filledIn(exchange);
    const heard = await get(real.path, real.accept ? { headers: { accept: real.accept } } : {});
    expect(heard.status).toBe(real.status);
    compareHeaders(real, heard);
    compareBodies(real, heard);
  });
});

it("counts pages of documents in silence, and says so only when it refuses one", async () => {
  const page = await activity("m43.test/users/ann/followers?page=1");
  expect([page.status, page.headers["x-ratelimit-limit"], page.headers["cache-control"]]).toEqual([
    200,
    undefined,
    "max-age=0, public",
  ]);
  expect((await get("m43.test/api/v2/instance")).headers["x-ratelimit-limit"]).toBe("300");
});

describe("names that are out of date", () => {
  const older = inWorld({
    servers: { "old.test": { version: "4.7.0-alpha.2" }, "far.test": { numericIds: true, mishap: "down-that-day" } },
    followers: { "far.test": [{ user: "bo", knownAs: { "old.test": "bob" } }] },
  });
  it("are numbers at handle.invalid in 4.7, of the same address", async () => {
    const { id } = (await older.get("old.test/api/v1/accounts/lookup?acct=alice")).json as { id: string };
    const [row] = (await older.get(`old.test/api/v1/accounts/${id}/followers`)).json as { acct: string; uri: string }[];
    const home = (await older.get("far.test/api/v1/accounts/lookup?acct=bo")).json as { uri: string };
    expect(row?.acct).toMatch(/^\d+@handle\.invalid$/);
    expect(row?.uri).toBe(home.uri);
  });
});

describe("a document handed out", () => {
  let now = Date.parse("2026-11-20T12:00:00Z");
  const kept = inWorld({ servers: { "old.test": { keepsActors: true } } }, { clock: { now: () => now } });
  it("stays as it was for three minutes", async () => {
    const name = async () => ((await kept.activity("old.test/users/alice")).json as { name: string }).name;
    expect(await name()).toBe("");
    kept.world().happen({ do: "describe", who: "alice@old.test", about: { display: "Alice" } });
    now += 179_000;
    expect(await name()).toBe("");
    now += 2000;
    expect(await name()).toBe("Alice");
  });
});
