import { expect, test } from "@playwright/test";
import { openHouse } from "../house.ts";
import { openDatabases } from "./databases.ts";

test("while the database is away, calls say that they cannot be answered now", async () => {
  test.setTimeout(240_000);
  const databases = await openDatabases();
  test.skip(!databases, "This machine has no PostgreSQL.");
  if (!databases) return;
  const house = await openHouse("three-servers", { DATABASE_URL: await databases.fresh(), LOG_LEVEL: "silent" });
  try {
    await databases.stop();
    const json = { "content-type": "application/json" };
    const old = "alice@old.test";
    const calls = [
      ["/api/checks", { method: "POST", headers: json, body: JSON.stringify({ mode: "moved", old }) }],
      ["/api/checks/abc", { headers: { authorization: "Bearer abc" } }],
      [`/api/handles?address=${old}`, {}],
      ["/api/shares/abcdefghijklmnopqrstuv", {}],
    ] as const;
    for (const [path, how] of calls) {
      const answer = await fetch(house.url + path, how);
      expect(answer.status, path).toBe(503);
      expect(answer.headers.get("content-type"), path).toBe("application/problem+json");
      expect(Number(answer.headers.get("retry-after")), path).toBeGreaterThan(0);
      expect(await answer.json(), path).toEqual({ type: "about:blank", title: "Not available right now", status: 503 });
    }
    const health = await fetch(`${house.url}/api/health`);
    expect(health.status, "the process lives on, and says what it lacks").toBe(503);
    expect(await health.json()).toMatchObject({ ok: false, store: "postgres", trouble: "ECONNREFUSED" });
    const page = await fetch(`${house.url}/check/abc`, { headers: { cookie: "hw_abc=abc", accept: "text/html" } });
    expect(page.status).toBe(503);
    expect(Number(page.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await page.text()).toContain("can’t use its own database");
  } finally {
    await house.close();
  }
});
