import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestApp, type TestApp } from "#testing/wire/test-app.ts";

let ground: TestApp;
let ahead = 0;
const now = () => new Date(Date.now() + ahead);

beforeAll(async () => {
  ground = await openTestApp("three-servers", { now });
});
afterAll(() => ground.close());

async function finished() {
  const { app } = ground;
  const made = await app.checks.create({ mode: "moved", old: "@alice@old.test" });
  if (!made.ok) throw new Error("not made");
  const { id, key } = made.created;
  for await (const event of app.watch(id, 0, AbortSignal.timeout(20_000))) void event;
  return { id, key };
}

it("looks again only where somebody wants it, and not any more once that is taken back", async () => {
  const { checks } = ground.app;
  const { id, key } = await finished();
  expect((await checks.state(id, key))?.looks).toEqual({ on: false, made: 0 });
  expect(await checks.looks(id, key, true)).toBe(true);
  const { next = "" } = (await checks.state(id, key))?.looks ?? {};
  expect(Date.parse(next)).toBeGreaterThan(now().getTime());
  await checks.looks(id, key, false);
  expect((await checks.state(id, key))?.looks).toEqual({ on: false, made: 0 });
  ahead += 40 * 86_400_000;
  const before = ground.world.requests.length;
  await ground.app.tidy();
  expect(ground.world.requests).toHaveLength(before);
});

it("is for nobody without the key", async () => {
  const { checks } = ground.app;
  const { id } = await finished();
  expect(await checks.looks(id, "wrong", true)).toBeNull();
  expect(await checks.history(id, null)).toBeNull();
});

it("tells its numbers by the address of its feed, names nobody in it, and ends it with the check", async () => {
  const { checks } = ground.app;
  const { id, key } = await finished();
  const token = new URL((await checks.state(id, key))?.feed ?? "").searchParams.get("token") ?? "";
  const feed = await checks.feed(id, token);
  expect(feed).toMatchObject({ account: "alice@new.test", points: [{ missing: 5 }] });
  expect(JSON.stringify(feed)).not.toMatch(/far\.test|fred/);
  expect(await checks.opens(id, token)).toBe(false);
  for (const wrong of ["", "x", key, `${token}x`, token.slice(1)]) expect(await checks.feed(id, wrong)).toBeNull();
  const other = await finished();
  expect(await checks.feed(other.id, token)).toBeNull();
  await checks.remove(id, key);
  expect(await checks.feed(id, token)).toBeNull();
});
