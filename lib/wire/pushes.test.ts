import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { deviceOf } from "#lib/push/subscription.ts";
import { untilEnded } from "#testing/signin/sign-in.ts";
import { openTestApp, type TestApp } from "#testing/wire/test-app.ts";
import { openPushService, type Subscribed } from "#world/push/push-service.ts";

const DAY_MS = 86_400_000;
let house: TestApp;
let ahead = 0;
const made = new Map<string, string>();
const now = () => new Date(Date.now() + ahead);
const service = openPushService("push.test", () => now().getTime());

beforeAll(async () => {
  house = await openTestApp("three-servers", { now, push: service });
});
afterAll(() => house.close());
beforeEach(async () => {
  // Nobody else's look is told of.
  for (const [id, key] of made) await house.app.checks.remove(id, key);
  made.clear();
  service.told.length = 0;
});

async function finished() {
  const { app } = house;
  const begun = await app.checks.create({ mode: "moved", old: "@alice@old.test" });
  if (!begun.ok) throw new Error("not made");
  const { id, key } = begun.created;
  made.set(id, key);
  await untilEnded(app, id);
  await app.checks.looks(id, key, true);
  return { id, key };
}

const pushes = () => {
  const { pushes: open } = house.app;
  if (!open) throw new Error("no notices");
  return open;
};

async function browserOf(id: string, more: Partial<Subscribed> & { readonly language?: string } = {}) {
  const subscribed = { ...service.subscribe(pushes().publicKey), ...more };
  const device = deviceOf(subscribed.endpoint);
  const end = await pushes().subscribe(id, device, subscribed);
  return { ...subscribed, device, end };
}

/** The first look by itself, and all that is told of it. */
async function looked({ id, key }: { readonly id: string; readonly key: string }): Promise<void> {
  ahead += 2 * DAY_MS;
  await house.app.tidy();
  await expect.poll(async () => (await house.app.checks.state(id, key))?.looks?.made, { timeout: 20_000 }).toBe(1);
  await untilEnded(house.app, id);
  await pushes().tellRest();
}

it("tells a browser in its language who came along, by number, and once", async () => {
  const check = await finished();
  const { id } = check;
  const [english, arabic] = [await browserOf(id), await browserOf(id, { language: "ar" })];
  expect([english.end, arabic.end]).toEqual(["kept", "kept"]);
  house.world.happen({ do: "follow-new", who: "fred@far.test" });
  await looked(check);
  await expect.poll(() => service.told).toHaveLength(2);
  await pushes().tell(id);
  expect(service.told).toHaveLength(2);
  const [one, other] = [english, arabic].map(({ endpoint }) => service.told.find((each) => each.endpoint === endpoint));
  expect(one?.notice).toEqual({
    ...{ title: "News about your move", body: "One more follower came along." },
    ...{ lang: "en", dir: "ltr", path: `/check/${id}` },
  });
  expect(other?.notice).toMatchObject({ lang: "ar", dir: "rtl" });
  expect(one?.topic).toMatch(/^[\w-]{32}$/);
  const written = JSON.stringify(service.told);
  for (const secret of [check.key, "fred", "far.test", "alice"]) expect(written).not.toContain(secret);
});

it("says nothing of a look that found nothing", async () => {
  const check = await finished();
  const { id } = check;
  await browserOf(id);
  await looked(check);
  expect(service.told).toEqual([]);
});

it("forgets a browser whose push service does, and tells the others", async () => {
  const check = await finished();
  const { id } = check;
  const [gone, other] = [await browserOf(id), await browserOf(id)];
  service.answers(gone.endpoint, 410);
  house.world.happen({ do: "follow-new", who: "fiona@far.test" });
  await looked(check);
  await expect.poll(() => service.told.map(({ endpoint }) => endpoint)).toEqual([other.endpoint]);
  expect([await pushes().has(id, gone.device), await pushes().has(id, other.device)]).toEqual([false, true]);
});

it("tries again where a push service could not take it, and not for long", async () => {
  const check = await finished();
  const { id } = check;
  const { endpoint, device } = await browserOf(id);
  service.answers(endpoint, 503);
  house.world.happen({ do: "unblock", at: "wall.test", domain: "new.test" });
  await looked(check);
  const refused = () => house.world.requests.some(({ host, status }) => host === service.host && status === 503);
  await expect.poll(refused).toBe(true);
  expect(service.told).toEqual([]);
  ahead += DAY_MS / 4;
  service.answers(endpoint, 201);
  await house.app.tidy();
  const changed = { body: "Something we know about your followers has changed." };
  expect(service.told.map(({ notice }) => notice)).toMatchObject([changed]);
  expect(await pushes().has(id, device)).toBe(true);
});

it("has five browsers at most, each once, and none that cannot be told", async () => {
  const { id } = await finished();
  const five = [];
  for (let at = 0; at < 5; at += 1) five.push(await browserOf(id));
  expect(five.map(({ end }) => end)).toEqual(Array.from({ length: 5 }, () => "kept"));
  expect((await browserOf(id)).end).toBe("too-many");
  const [first] = five;
  if (!first) throw new Error("none");
  expect(await pushes().subscribe(id, first.device, first)).toBe("kept");
  expect(await pushes().unsubscribe(id, first.device)).toBe(true);
  expect(await pushes().unsubscribe(id, first.device)).toBe(false);
  for (const endpoint of [
    "https://127.0.0.1/x",
    "https://[::1]/x",
    "https://localhost/x",
    "https://me:word@push.test/x",
  ])
    expect((await browserOf(id, { endpoint })).end, endpoint).toBe("cannot");
  for (const endpoint of ["https://push.test:8443/x", "https://intranet/x", "https://10.1/x"])
    expect((await browserOf(id, { endpoint })).end, endpoint).toBe("cannot");
  expect((await browserOf(id, { p256dh: `B${"A".repeat(86)}` })).end).toBe("cannot");
  expect(await pushes().subscribe(id, "another", first)).toBe("cannot");
  expect((await browserOf("nobody")).end).toBe("too-many");
});

it("ends with the check, and is nobody's who has not asked for it", async () => {
  const { id, key } = await finished();
  const other = await finished();
  const { device } = await browserOf(id);
  expect(await pushes().has(other.id, device)).toBe(false);
  await house.app.checks.remove(id, key);
  expect(await pushes().has(id, device)).toBe(false);
});

it("keeps nothing of a browser that forgets all, or of a check that looks no more", async () => {
  const [one, other] = [await finished(), await finished()];
  const { device, ...subscribed } = await browserOf(one.id);
  expect(await pushes().subscribe(other.id, device, subscribed)).toBe("kept");
  const stays = await browserOf(other.id);
  await pushes().forget(device);
  const told = () => Promise.all([one.id, other.id].map((id) => pushes().has(id, device)));
  expect([await told(), await pushes().has(other.id, stays.device)]).toEqual([[false, false], true]);
  await house.app.checks.looks(other.id, other.key, false);
  await house.app.checks.looks(other.id, other.key, true);
  expect(await pushes().has(other.id, stays.device)).toBe(false);
});
