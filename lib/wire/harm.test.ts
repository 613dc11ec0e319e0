import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestApp, type TestApp } from "#testing/wire/test-app.ts";
import { whyNoLetter } from "../messages/letters/letter-rules.ts";
import { publishedLines } from "../messages/published.ts";

let house: TestApp;
beforeAll(async () => {
  house = await openTestApp("new-server-blocked");
});
afterAll(() => house.close());

async function whyNone(host: string): Promise<string | null> {
  const { app } = house;
  const made = await app.checks.create({ mode: "moved", old: "@alice@old.test" });
  if (!made.ok) throw new Error(JSON.stringify(made.fields));
  const { id, key } = made.created;
  for await (const event of app.watch(id, 0, new AbortController().signal)) void event;
  const report = await app.checks.report(id, key, { followers: "none" });
  const lines = publishedLines(host, "home.new.test", report?.servers.find((row) => row.host === host)?.facts ?? []);
  return whyNoLetter({ server: host, people: 30, onePerson: false, lines, askersIn30Days: 0, written: false });
}

it("offers no letter where the reason that is published speaks of spam", async () => {
  expect(await whyNone("clear.test")).toBe("harm");
  expect(await whyNone("starred.test")).toBeNull();
});
