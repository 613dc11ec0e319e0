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
    expect((await fetch(`${house.url}/api/health`)).status, "the process lives on").toBe(200);
  } finally {
    await house.close();
  }
});
