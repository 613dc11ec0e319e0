import { request } from "node:http";
import { expect, test } from "@playwright/test";
import { type House, openHouse } from "../house.ts";
import { worstWaitDuring } from "./others.ts";

/** What one stranger can do with plain requests; meanwhile everybody else's answers have to come. */
let house: House;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  house = await openHouse("three-servers");
});
test.afterAll(() => house.close());

const WORST_WAIT_MS = 500;

const post = (path: string, body: unknown) =>
  fetch(house.url + path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

/** Sends the head of a large body and no more of it; resolves with the answer, or when the door has let it in. */
function openUpload(): { readonly status: Promise<number>; end(): void } {
  const { hostname, port } = new URL(house.url);
  const sent = request({
    ...{ hostname, port, method: "POST", path: "/api/checks" },
    headers: { "content-type": "application/json", "content-length": 10_000_000 },
  });
  const status = new Promise<number>((resolve) => {
    sent.once("response", (answer) => resolve(answer.resume().statusCode ?? 0));
    sent.once("error", () => resolve(0));
  });
  sent.write("{");
  return { status, end: () => void sent.destroy() };
}

test("of many large bodies at once few are read, and the rest are told to come again", async () => {
  const uploads = Array.from({ length: 20 }, openUpload);
  const refused: number[] = [];
  for (const { status } of uploads) void status.then((answer) => answer > 0 && refused.push(answer));
  const wait = await worstWaitDuring(house, () => expect.poll(() => refused.length).toBeGreaterThanOrEqual(16));
  expect(new Set(refused)).toEqual(new Set([429]));
  for (const upload of uploads) upload.end();
  await Promise.all(uploads.map(({ status }) => status));
  await expect
    .poll(async () => (await post("/api/checks", { mode: "moved", old: "x".repeat(70_000) })).status)
    .toBe(422);
  expect(wait).toBeLessThan(WORST_WAIT_MS);
});

test("nobody can have pictures worked on", async () => {
  for (const path of ["/_next/image?url=%2Ficon.svg&w=64&q=75", "//_next/image?url=%2Ficon.svg&w=3840&q=100"])
    expect((await fetch(house.url + path)).status, path).toBe(404);
});

const POLICED: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ["/", {}],
  ["/", { rsc: "1", "next-router-prefetch": "1" }],
  ["/", { purpose: "prefetch" }],
  ["/nowhere", {}],
  ["/_next/nowhere", {}],
  ["/_next/image", {}],
  ["/icon-nowhere", {}],
  ["/icon.svg", {}],
  ["/api/health", {}],
  ["/api/nowhere", {}],
  ["/api/avatars/x.y", {}],
  ["/r/nowhere", {}],
  ["/robots.txt", {}],
  ["/.well-known/security.txt", {}],
];
for (const [path, headers] of POLICED)
  test(`${path} ${JSON.stringify(headers)} has a content policy`, async () => {
    const answer = await fetch(house.url + path, { headers, redirect: "manual" });
    const policy = answer.headers.get("content-security-policy");
    expect(policy).toMatch(/^default-src '(?:none|self)'/);
    if (path.startsWith("/_next/")) expect(policy).not.toContain("script-src");
  });

test("headers that Next keeps for itself are refused, and those of our own pages are not", async ({ page }) => {
  for (const headers of [
    { "next-action": "x" },
    { rsc: "1", "next-router-state-tree": "%5B".repeat(1_000) },
    { "next-router-state-tree": "%5B%5D" },
  ])
    expect((await fetch(`${house.url}/`, { headers: headers as Record<string, string> })).status).toBe(400);
  const statuses: number[] = [];
  page.on("response", (answer) => statuses.push(answer.status()));
  const violations: string[] = [];
  page.on("console", (line) => line.type() === "error" && violations.push(line.text()));
  await page.goto(house.url);
  await page.locator('footer a[href="/how"], header a[href="/how"]').first().click();
  await expect(page).toHaveURL(/\/how$/);
  expect(statuses.filter((status) => status >= 400)).toEqual([]);
  expect(violations).toEqual([]);
});

test("NUL and digits in disguise make no other address of what was typed", async () => {
  for (const address of ["ali\0ce@old.test", "alice①@old.test", "alice@old①.test"])
    expect((await post("/api/checks", { mode: "moved", old: address })).status, JSON.stringify(address)).toBe(422);
});

test("an alias on the own account alone makes no page that says somebody moved", async () => {
  test.skip(!process.env.PROVE, "It opens a house of its own; npm test holds the rule in lib/share.");
  test.setTimeout(120_000);
  // Akkoma shows no pointer: only the new account, which may be anybody's, says that the two are one.
  const akkoma = await openHouse("old-on-akkoma");
  try {
    const send = (path: string, body: unknown, key = "") =>
      fetch(akkoma.url + path, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
        body: JSON.stringify(body),
      });
    const made = await send("/api/checks", { mode: "moved", old: "alice@old.test", new: "alice@new.test" });
    const { id, key } = (await made.json()) as { readonly id: string; readonly key: string };
    const state = async () => {
      const answer = await fetch(`${akkoma.url}/api/checks/${id}`, { headers: { authorization: `Bearer ${key}` } });
      return ((await answer.json()) as { readonly state: string }).state;
    };
    await expect.poll(state, { timeout: 60_000 }).toBe("done");
    expect((await send(`/api/checks/${id}/share`, { days: 7 }, key)).status).toBe(409);
  } finally {
    await akkoma.close();
  }
});
