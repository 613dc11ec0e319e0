import { request as ask } from "node:http";
import { expect, test } from "@playwright/test";
import { type House, openHouse } from "../house.ts";

const NOTICE = "Only a rehearsal.";
let house: House;
let id: string;
let key: string;
test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  test.setTimeout(300_000);
  house = await openHouse("three-servers", { LIMITS: "on", NOTICE, PUBLIC_URL: "https://housewarming.test" });
  const made = await post("/api/checks", { mode: "moved", old: "alice@old.test" });
  ({ id, key } = (await made.json()) as { id: string; key: string });
  await expect.poll(async () => ((await (await get("")).json()) as { state: string }).state).toBe("done");
});
test.afterAll(() => house.close());

const post = (path: string, body: unknown) =>
  fetch(house.url + path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
const get = (path: string) =>
  fetch(`${house.url}/api/checks/${id}${path}`, { headers: { authorization: `Bearer ${key}` } });
const problemOf = async (answer: Response) => ({
  type: answer.headers.get("content-type"),
  cache: answer.headers.get("cache-control"),
  ...((await answer.json()) as { status: number; fields?: object }),
});
const PROBLEM = { type: "application/problem+json", cache: "no-store" };

for (const path of ["/api", "/api/nope", "/api/checks/abc/nope"])
  test(`${path} is not there, in JSON`, async () => {
    const answer = await fetch(house.url + path);
    expect(answer.status).toBe(404);
    expect(answer.headers.get("content-type")).toBe(PROBLEM.type);
    expect(answer.headers.get("cache-control")).toBe(PROBLEM.cache);
  });

test("a picture that cannot be had is drawn, and is not there all the same", async () => {
  const answer = await fetch(`${house.url}/api/avatars/nope`);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([404, "image/svg+xml"]);
  expect(await answer.text()).toMatch(/^<svg /);
});

test("a wrong method is told which ones there are", async () => {
  const answer = await fetch(`${house.url}/api/checks`, { method: "PUT" });
  expect([answer.status, answer.headers.get("allow")]).toEqual([405, "POST, OPTIONS"]);
  expect(answer.headers.get("strict-transport-security")).toBe("max-age=31536000");
  expect(await sent("TRACE", "/")).toBe(405);
});

/** As it stands: a client that knows better would mend the path. */
const sent = (method: string, path: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(house.url);
    ask({ host: "localhost", port, method, path, headers: { "content-type": "application/json" } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on("error", reject)
      .end();
  });

test("wrong parameters and inputs are named in codes", async () => {
  for (const [path, fields] of [
    ["/report?followers=zzz", { followers: "choice" }],
    ["/followers?group=zzz&limit=0", { group: "choice", limit: "number" }],
  ] as const)
    expect(await problemOf(await get(path))).toMatchObject({
      ...PROBLEM,
      type: expect.anything(),
      status: 422,
      fields,
    });
  expect((await get("/report?followers=none")).status).toBe(200);
  const six = ["a", "b", "c", "d", "e", "f"].map((name) => `${name}.test`);
  const refused = await post("/api/checks", { mode: "planned", old: "alice@old.test", candidates: six });
  expect(await problemOf(refused)).toMatchObject({ status: 422, fields: { candidates: "too-many" } });
});

test("a key that does not fit is not told about its body", async () => {
  const answer = await fetch(`${house.url}/api/checks/${id}/marks`, {
    method: "PUT",
    headers: { "content-type": "application/json", authorization: "Bearer wrong" },
    body: "{",
  });
  expect(answer.status).toBe(404);
});

const form = (path: string, fields: Record<string, string>) =>
  fetch(house.url + path, {
    method: "POST",
    redirect: "manual",
    headers: { "sec-fetch-site": "same-origin", cookie: `hw_${id}=${key}` },
    body: new URLSearchParams(fields),
  });

test("whatever was typed, the start page comes back as a page", async () => {
  const answer = await form("/api/checks", { mode: "moved", old: "ж".repeat(1_999), "before.handles": "bo@far.test" });
  expect(answer.status).toBe(422);
  expect(answer.headers.get("content-type")).toContain("text/html");
  expect(await answer.text()).toContain("That’s too long.");
});

test("without anybody ticked there is no plan to keep", async () => {
  for (const file of ["plan.txt", "plan.ics"]) {
    const answer = await form(`/check/${id}/messages/${file}`, {});
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `/check/${id}/messages#names`]);
  }
});

test("a page that is not there is called so in the window's title", async () => {
  const page = await (await fetch(`${house.url}/nowhere`)).text();
  expect(page).toContain("<title>Page not found · Housewarming</title>");
});

test("the operator's line stands on every page", async () => {
  for (const path of ["/", "/how", "/r/nope"]) expect(await (await fetch(house.url + path)).text()).toContain(NOTICE);
  const looks = { headers: { accept: "text/html" } };
  for (const path of ["/nowhere", "/api/nowhere", "/%00"])
    expect(await (await fetch(house.url + path, looks)).text(), path).toContain(NOTICE);
});

test("twenty checks an hour, however their address is written", async () => {
  const statuses = new Set<number | undefined>();
  // An hour may end on the way, and then twenty more pass.
  for (let at = 0; at < 41; at += 1) statuses.add(await sent("POST", "/x/%2e%2e/api/./checks"));
  expect([...statuses]).toEqual([400, 429]);
});
