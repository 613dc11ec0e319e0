import { expect, test } from "@playwright/test";
import type { Scenario } from "#world/make/scenario.ts";
import { type House, openHouse } from "../house.ts";

/** A follower's server that accepts a connection and says nothing keeps a check at work for seconds. */
const SILENT: Scenario = {
  name: "silent",
  about: "One server never answers.",
  old: { at: "alice@old.test" },
  target: { at: "alice@new.test" },
  servers: { "far.test": { fault: "black-hole" } },
  followers: { "far.test": ["bo"] },
};
let house: House;
test.beforeAll(async () => {
  house = await openHouse(SILENT, { LIMITS: "on" });
});
test.afterAll(() => house.close());

const start = () =>
  fetch(`${house.url}/api/checks`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ mode: "moved", old: "alice@old.test" }),
  });

test("a fourth check of one visitor waits until one of three has ended", async () => {
  const first = await start();
  const made = [first, await start(), await start()];
  expect(made.map(({ status }) => status)).toEqual([201, 201, 201]);
  const refused = await start();
  expect(refused.status).toBe(429);
  expect(refused.headers.get("content-type")).toBe("application/problem+json");
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);

  const form = await fetch(`${house.url}/api/checks`, {
    method: "POST",
    headers: { "sec-fetch-site": "same-origin" },
    body: new URLSearchParams({ mode: "moved", old: "alice@old.test" }),
  });
  expect(form.status).toBe(429);
  expect(Number(form.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await form.text()).toContain("Three checks from your connection are still running.");

  const { id, key } = (await first.json()) as { id: string; key: string };
  const cancel = await fetch(`${house.url}/api/checks/${id}/cancel`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}` },
  });
  expect(cancel.status).toBeLessThan(300);
  expect((await start()).status).toBe(201);
});
