import { type BrowserContext, expect, type Page } from "@playwright/test";
import { openPushService } from "#world/push/push-service.ts";
import { test as base, type House, openHouse } from "../house.ts";
import { call, enter, makeCheck, type Opened } from "../states/checks.ts";

const service = openPushService();
const test = base.extend<object, { house: House }>({
  house: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern to be there
    async ({}, use) => {
      const house = await openHouse("three-servers", {}, { push: service });
      await use(house);
      await house.close();
    },
    { scope: "worker", timeout: 240_000 },
  ],
});

/** A browser of a test reaches no push service of its maker: this one hands out addresses at ours. */
async function withPushService(context: BrowserContext, house: House): Promise<void> {
  await context.grantPermissions(["notifications"], { origin: house.url });
  await context.exposeFunction("subscribeAt", (key: string) => service.subscribe(key));
  await context.addInitScript(() => {
    type Given = { readonly endpoint: string; readonly p256dh: string; readonly auth: string };
    const asSubscription = ({ endpoint, ...keys }: Given) => ({
      endpoint,
      options: { applicationServerKey: null },
      unsubscribe: async () => true,
      toJSON: () => ({ endpoint, keys }),
    });
    const kept = () => localStorage.getItem("subscribed");
    const getSubscription = async () => (kept() ? asSubscription(JSON.parse(kept() ?? "")) : null);
    const subscribe = async ({ applicationServerKey: key }: { applicationServerKey: string }) => {
      const { subscribeAt } = window as unknown as { subscribeAt(key: string): Promise<Given> };
      localStorage.setItem("subscribed", JSON.stringify(await subscribeAt(key)));
      return getSubscription();
    };
    Object.assign(PushManager.prototype, { getSubscription, subscribe });
  });
}

async function watched(house: House): Promise<Opened> {
  const check = await makeCheck(house, { old: "alice@old.test" });
  await call(house, check, "/looks", { method: "PUT", body: JSON.stringify({ on: true }) });
  return check;
}

const openLooks = (page: Page) => page.locator("#looks summary").click();
const start = (page: Page) => page.getByRole("button", { name: "Notify me in this browser" });
const stop = (page: Page) => page.getByRole("button", { name: "Don’t notify me here any more" });

test("a browser is told by one press, shows it without a page, and is left alone by another", async ({
  page,
  context,
  house,
}) => {
  await withPushService(context, house);
  const check = await watched(house);
  await enter(page, house, check);
  await openLooks(page);
  await expect(page.getByText("Your browser’s maker passes it on, encrypted")).toBeVisible();
  await start(page).click();
  await expect(page.getByText("This browser will tell you when a look finds something new.")).toBeVisible();

  await page.reload();
  await openLooks(page);
  await expect(stop(page)).toBeVisible();

  const path = `/check/${check.id}`;
  const notice = { title: "News about your move", body: "One more follower came along.", lang: "en", dir: "ltr", path };
  expect(await shown(context, page, house, notice)).toEqual([
    { title: notice.title, body: notice.body, data: { path } },
  ]);

  await stop(page).click();
  await expect(start(page)).toBeVisible();
  await page.reload();
  await openLooks(page);
  await expect(start(page)).toBeVisible();
});

/** As the browser's maker hands it over: to the script that was registered, whether a page is open or not. */
async function shown(context: BrowserContext, page: Page, house: House, notice: object): Promise<unknown> {
  const session = await context.newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const own = registrations.find(({ scopeURL, isDeleted }) => scopeURL === `${house.url}/check/` && !isDeleted);
      if (own) resolve(own.registrationId);
    });
  });
  await session.send("ServiceWorker.enable");
  const given = { origin: house.url, registrationId: await registered, data: JSON.stringify(notice) };
  await session.send("ServiceWorker.deliverPushMessage", given);
  const read = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const all = await registration.getNotifications();
      return all.map(({ title, body, data }) => ({ title, body, data }));
    });
  await expect.poll(read).toHaveLength(1);
  return read();
}

test("where looks are off, or a browser cannot be told, nothing is offered", async ({ page, house }) => {
  const off = await makeCheck(house, { old: "alice@old.test" });
  await enter(page, house, off);
  await openLooks(page);
  await expect(page.getByRole("link", { name: "Private feed" })).toBeVisible();
  await expect(start(page)).toHaveCount(0);

  const check = await watched(house);
  await page.addInitScript(() => Reflect.deleteProperty(window, "PushManager"));
  await enter(page, house, check);
  await openLooks(page);
  await expect(page.getByRole("button", { name: "Don’t look again by itself" })).toBeVisible();
  await expect(start(page)).toHaveCount(0);
});

test("the API takes addresses of the check's owner alone, and only such as can be told", async ({ house, request }) => {
  const check = await watched(house);
  const { pushKey } = (await (await call(house, check, "")).json()) as { pushKey: string };
  const { endpoint, ...keys } = service.subscribe(pushKey);
  const device = Buffer.from(await crypto.subtle.digest("SHA-256", Buffer.from(endpoint))).toString("base64url");
  const at = `/push/${device}`;
  const put = (body: object) => call(house, check, at, { method: "PUT", body: JSON.stringify(body) });
  expect((await call(house, check, at)).status).toBe(404);
  expect((await put({ endpoint, ...keys })).status).toBe(204);
  expect((await call(house, check, at)).status).toBe(204);
  expect((await call(house, { ...check, key: "wrong" }, at, { method: "DELETE" })).status).toBe(404);
  for (const wrong of ["http://push.test/x", "https://127.0.0.1/x", "https://push.test/other", "file:///x", ""])
    expect((await put({ endpoint: wrong, ...keys })).status, wrong).toBe(422);
  const foreign = await request.delete(`${house.url}/api/checks/${check.id}${at}`, {
    headers: { cookie: `hw_${check.id}=${check.key}`, "sec-fetch-site": "cross-site" },
  });
  expect(foreign.status()).toBe(403);
  expect((await call(house, check, at, { method: "DELETE" })).status).toBe(204);
  expect((await call(house, check, at)).status).toBe(404);
});
