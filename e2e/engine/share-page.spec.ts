import { expect, test } from "@playwright/test";
import type { Scenario } from "#world/make/scenario.ts";
import { type House, openHouse } from "../house.ts";

/** The same move with other people: as many come along, as many stay behind. */
const moved = (came: string, stayed: string, people: readonly string[]): Scenario => ({
  name: `${came}-${stayed}`,
  about: "Everybody from one server comes along, nobody from the other.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: {
    [came]: { list: "public" },
    [stayed]: { mishap: "cannot-fetch-new" },
    "shut.test": { list: "public", blocks: { "new.test": "suspend" } },
  },
  followers: {
    [came]: people.map((name) => `${name}-came`),
    [stayed]: people.flatMap((name) => [`${name}-stayed`, `${name}2-stayed`]),
  },
  script: [{ do: "move" }],
});
const ONE = moved("near.test", "far.test", "ada bea cid dan eli fay gus hal ida jon kim".split(" "));
const OTHER = moved("warm.test", "cold.test", "lea mia nik ola pia qui rex sam tom uta vic".split(" "));
const NAMES = /(came|stayed)\b|(near|far|warm|cold)\.test/;

let one: House;
let other: House;
let page: Shared;
test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  test.setTimeout(300_000);
  const env = { SECRET_KEY: "the same for both, so that pictures have equal addresses" };
  one = await openHouse(ONE, env);
  other = await openHouse(OTHER, env);
  page = await share(one);
});
test.afterAll(() => Promise.all([one.close(), other.close()]));

type Shared = { readonly id: string; readonly key: string; readonly token: string };

async function share(house: House): Promise<Shared> {
  const post = (path: string, body: object, key?: string) =>
    fetch(house.url + path, {
      method: "POST",
      headers: { "content-type": "application/json", ...(key ? { authorization: `Bearer ${key}` } : {}) },
      body: JSON.stringify(body),
    });
  const { id, key } = (await (await post("/api/checks", { mode: "moved", old: "alice@old.test" })).json()) as Shared;
  await expect.poll(async () => (await stateOf(house, { id, key })).state, { timeout: 40_000 }).toBe("done");
  const made = await post(`/api/checks/${id}/share`, { days: 30 }, key);
  expect(made.status).toBe(201);
  return { id, key, token: ((await made.json()) as Shared).token };
}

const stateOf = async (house: House, { id, key }: Pick<Shared, "id" | "key">) =>
  (await (await fetch(`${house.url}/api/checks/${id}`, { headers: { authorization: `Bearer ${key}` } })).json()) as {
    state: string;
    rev: number;
  };

const lookUp = (house: House, token: string, address: string) =>
  fetch(`${house.url}/api/shares/${token}/lookup`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ address }),
  });

const PLACES = [
  ["page", (token: string) => `/r/${token}`],
  ["card", (token: string) => `/r/${token}/card.png`],
  ["data", (token: string) => `/api/shares/${token}`],
] as const;
const headersOf = (response: Response) =>
  Object.fromEntries([...response.headers].filter(([name]) => name !== "date" && name !== "keep-alive"));

for (const [what, pathOf] of PLACES)
  test(`the ${what} names no follower and no server of theirs, and asks not to be found`, async () => {
    const response = await fetch(one.url + pathOf(page.token));
    expect(response.status).toBe(200);
    const body = Buffer.from(await response.arrayBuffer());
    expect(body.toString("latin1")).not.toMatch(NAMES);
    expect(JSON.stringify(headersOf(response))).not.toMatch(NAMES);
    expect(response.headers.get("x-robots-tag")).toContain("noindex");
    expect(response.headers.get("set-cookie")).toBeNull();
    if (what === "page") expect(body.length).toBeLessThan(50_000);
  });

test("other followers in equal numbers make the same page but for its address", async () => {
  const second = await share(other);
  const htmlOf = async (house: House, token: string) =>
    (await (await fetch(`${house.url}/r/${token}`)).text()).replaceAll(token, "TOKEN").replaceAll(house.url, "URL");
  const html = await htmlOf(one, page.token);
  expect(html).toContain("11 people follow the new account.");
  expect(await htmlOf(other, second.token)).toBe(html);
});

test("a server of followers, another one and one never met are asked the same and answered alike", async () => {
  const look = async (house: House, server: string) => {
    const before = house.world.requests.length;
    const response = await lookUp(house, page.token, server);
    const answer = (await response.json()) as Record<string, unknown>;
    const asked = house.world.requests
      .slice(before)
      .map(({ host, path }) => `${host}${path}`.replaceAll(server, "HOST"))
      // Two servers are asked at the same time: which of them comes first is chance.
      .sort();
    return { status: response.status, headers: Object.keys(headersOf(response)), keys: Object.keys(answer), asked };
  };
  // What the new server publishes is read once, for the first visitor; whether it knows a server is asked for each.
  const isExpected = (asked: string) => asked.startsWith("HOST") || asked.startsWith("new.test/api/v1/peers/search");
  await lookUp(one, page.token, "shut.test");
  const listed = await look(one, "near.test");
  expect(listed.asked.length).toBeGreaterThan(1);
  expect(listed.asked.length).toBeLessThanOrEqual(6);
  expect(listed.asked.filter((asked) => !isExpected(asked))).toEqual([]);
  expect(await look(one, "old.test"), "not among the followers' servers").toMatchObject({ asked: listed.asked });
  const neverMet = await lookUp(one, page.token, "never-met.test");
  expect(neverMet.status).toBe(200);
  expect(await neverMet.json()).not.toHaveProperty("cause");
  const shut = await (await lookUp(one, page.token, "shut.test")).json();
  expect(shut).toMatchObject({ reach: "blocked", cause: "new-server-blocked", follow: { kind: "manual" } });
});

test("500 fetches of page and card ask nobody and start nothing", async () => {
  const asked = one.world.requests.length;
  const { rev } = await stateOf(one, page);
  const all = Array.from({ length: 500 }, async (_, at) => {
    const response = await fetch(`${one.url}/r/${page.token}${at % 2 ? "/card.png" : ""}`);
    await response.arrayBuffer();
    return response.status;
  });
  expect(new Set(await Promise.all(all))).toEqual(new Set([200]));
  expect(one.world.requests.length).toBe(asked);
  expect(await stateOf(one, page)).toMatchObject({ state: "done", rev });
});

test("unknown and deleted addresses cannot be told apart", async () => {
  const { id, key, token: deleted } = page;
  const gone = await fetch(`${one.url}/api/checks/${id}/share`, {
    method: "DELETE",
    headers: { authorization: `Bearer ${key}` },
  });
  expect(gone.status).toBe(204);
  const unknown = [...deleted].toReversed().join("");
  for (const [what, pathOf] of PLACES) {
    const [a, b] = [await fetch(one.url + pathOf(deleted)), await fetch(one.url + pathOf(unknown))];
    expect([a.status, b.status], what).toEqual([410, 410]);
    expect(headersOf(a), what).toEqual(headersOf(b));
    // A page names its own address, to be read in another language.
    expect((await a.text()).replaceAll(deleted, "…"), what).toBe((await b.text()).replaceAll(unknown, "…"));
  }
  const [a, b] = [await lookUp(one, deleted, "near.test"), await lookUp(one, unknown, "near.test")];
  expect([a.status, await a.text()]).toEqual([410, await b.text()]);
  expect(headersOf(a)).toEqual(headersOf(b));

  const times: Record<string, number[]> = { [deleted]: [], [unknown]: [] };
  for (let round = 0; round < 40; round += 1)
    for (const [token, taken] of Object.entries(times)) {
      const start = performance.now();
      await (await fetch(`${one.url}/api/shares/${token}`)).text();
      taken.push(performance.now() - start);
    }
  const [slower = 0, faster = 0] = Object.values(times)
    .map(median)
    .toSorted((x, y) => y - x);
  expect(slower).toBeLessThan(3 * faster + 20);
});

const median = (taken: readonly number[]): number => taken.toSorted((x, y) => x - y)[taken.length >> 1] ?? 0;

test("ten look-ups a minute, and fetches of the page do not count", async () => {
  await one.close();
  one = await openHouse(ONE, { LIMITS: "on" });
  const { token } = await share(one);
  for (let at = 0; at < 30; at += 1) expect((await fetch(`${one.url}/r/${token}`)).status).toBe(200);
  // A minute may end on the way, and then ten more pass.
  const answers: Response[] = [];
  while (answers.at(-1)?.status !== 429 && answers.length < 21) answers.push(await lookUp(one, token, "near.test"));
  const refused = answers.at(-1);
  expect(answers.slice(0, -1).every(({ status }) => status === 200)).toBe(true);
  expect(answers.length).toBeGreaterThan(10);
  expect(refused?.status).toBe(429);
  expect(refused?.headers.get("content-type")).toContain("application/problem+json");
  expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(Number(refused?.headers.get("retry-after"))).toBeLessThanOrEqual(60);
  expect((await fetch(`${one.url}/r/${token}`)).status, "the page itself stays").toBe(200);
});
