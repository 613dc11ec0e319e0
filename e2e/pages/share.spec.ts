import { type BrowserContext, expect } from "@playwright/test";
import { type House, test } from "../house.ts";
import { ASKING, openChecked } from "./asking.ts";

test.use({ scenario: ASKING });

for (const javaScriptEnabled of process.env.PROVE ? [true, false] : [true]) {
  test.describe(`a page for followers, ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("is made, linked from the post, renewed and deleted", async ({ page, context, house }) => {
      const { path } = await openChecked(context, house);
      await page.goto(`${path}/share`);
      await page.getByRole("radio", { name: "7 days" }).check();
      await page.getByRole("button", { name: "Make the page" }).click();
      const link = page.getByRole("textbox", { name: "Your link" });
      await expect(link).toHaveValue(/\/r\/[\w-]{20,}$/);
      await expect(page.getByText(/Shows numbers for 7 more days/)).toBeVisible();
      const url = await link.inputValue();

      await page.goto(`${path}/messages`);
      await expect(page.locator("[data-text=public]").getByRole("textbox")).toHaveValue(new RegExp(url));
      const shown = await page.goto(url);
      expect(shown?.status()).toBe(200);
      await expect(page.getByText("@alice@new.test").first()).toBeVisible();
      for (const name of ["leo", "left.test", "shut.test", "fay", "come along yet"])
        expect(await page.content()).not.toContain(name);

      await page.goto(`${path}/share`);
      await page.getByText("Change what it shows").first().click();
      await page.getByRole("radio", { name: "90 days" }).check();
      await page.getByRole("button", { name: "Save the change" }).click();
      await expect(page.getByText(/Shows numbers for 90 more days/)).toBeVisible();
      await expect(link).toHaveValue(url);

      await page.getByText("Change what it shows").first().click();
      const missing = page.getByRole("checkbox", { name: /^Also say how many/ });
      await expect(missing).not.toBeChecked();
      await missing.check();
      await page.getByRole("button", { name: "Save the change" }).click();
      await expect(link).toHaveValue(url);
      await page.getByText("Change what it shows").first().click();
      await expect(missing).toBeChecked();
      expect(await (await context.request.get(url)).text()).toMatch(/\d+ people haven’t come along yet/);

      await page.getByText("Delete the page", { exact: true }).click();
      await page.getByRole("button", { name: "Yes, delete it" }).click();
      await expect(page.getByRole("button", { name: "Make the page" })).toBeVisible();
      expect((await context.request.get(url)).status()).toBe(410);
      expect(house.world.canaryHits()).toBe(0);
    });
  });
}

test("the visitor's form finds the follow button without JavaScript", async ({ browser, context, house }) => {
  const { path } = await openChecked(context, house);
  const made = await context.request.post(`${path}/share/make`, {
    form: { days: "30" },
    headers: { "sec-fetch-site": "same-origin" },
  });
  expect(made.url()).toContain(`${path}/share`);
  const { share } = await (await context.request.get(`/api${path.replace("/check/", "/checks/")}`)).json();
  const visitor = await browser.newContext({ javaScriptEnabled: false });
  const page = await visitor.newPage();
  await page.goto(share.url);
  await page.getByLabel("Where is your account?").fill("near.test");
  await page.getByRole("button", { name: "Follow", exact: true }).click();
  await expect(page.getByRole("link", { name: /Continue on near\.test/ })).toHaveAttribute(
    "href",
    /^https:\/\/near\.test\//,
  );
  await visitor.close();
});

test("on a phone's first screen stand one field and one button, and the page weighs less than 50 kB", async ({
  page,
  context,
  house,
}) => {
  const url = await madeIn(context, house);
  const weights = new Map<string, number>();
  page.on("requestfinished", async (request) => {
    if (request.resourceType() !== "script") weights.set(request.url(), (await request.sizes()).responseBodySize);
  });
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(url, { waitUntil: "networkidle" });
  await page.evaluate(() => document.fonts.ready);
  for (const part of [
    page.getByLabel("Where is your account?"),
    page.getByRole("button", { name: "Follow", exact: true }),
  ]) {
    const box = await part.boundingBox();
    expect(box && box.y + box.height).toBeLessThan(640);
  }
  expect(weights.size).toBeGreaterThanOrEqual(4);
  expect([...weights.values()].reduce((sum, size) => sum + size, 0)).toBeLessThan(50_000);
});

test("the visitor's server is remembered on the device, and forgotten on request", async ({ page, context, house }) => {
  const url = await madeIn(context, house);
  await page.goto(url);
  const home = page.getByLabel("Where is your account?");
  const asked = page.waitForRequest((request) => request.method() === "POST");
  await home.fill("somebody@near.test");
  await page.getByRole("button", { name: "Follow", exact: true }).click();
  expect((await asked).postData()).toBe("address=near.test");
  await expect(page.getByRole("link", { name: /Continue on near\.test/ })).toBeVisible();
  await expect(page.locator("#answer")).toBeFocused();
  await page.getByRole("link", { name: "Change" }).click();
  await expect(home).toHaveValue("near.test");
  await page.getByRole("button", { name: "Forget" }).click();
  await expect(home).toHaveValue("");
  await page.reload();
  await expect(home).toHaveValue("");
});

async function madeIn(context: BrowserContext, house: House): Promise<string> {
  const { path } = await openChecked(context, house);
  await context.request.post(`${path}/share/make`, {
    form: { days: "30" },
    headers: { "sec-fetch-site": "same-origin" },
  });
  const { share } = await (await context.request.get(`/api${path.replace("/check/", "/checks/")}`)).json();
  return share.url;
}

test("the share sheet gets the link as a link, and words to go with it", async ({ page, context, house }) => {
  const { path } = await openChecked(context, house);
  await context.addInitScript(() => {
    const share = async (given: ShareData) => void Object.assign(window, { shared: given });
    Object.defineProperty(navigator, "share", { configurable: true, value: share });
  });
  await page.goto(`${path}/share`);
  await page.getByRole("button", { name: "Make the page" }).click();
  await page.getByRole("button", { name: "Share …" }).click();
  const url = await page.getByRole("textbox", { name: "Your link" }).inputValue();
  const shared = await page.evaluate(() => (window as { shared?: ShareData }).shared);
  expect(shared).toEqual({ text: "I moved. This page finds the follow button on your own server.", url });
});

test("nobody else's page can make or delete one", async ({ context, house }) => {
  const { path } = await openChecked(context, house);
  const foreign = await context.request.post(`${path}/share/make`, {
    form: { days: "30" },
    headers: { "sec-fetch-site": "cross-site" },
  });
  expect(foreign.status()).toBe(403);
  const { share } = await (await context.request.get(`/api${path.replace("/check/", "/checks/")}`)).json();
  expect(share).toBeUndefined();
});
