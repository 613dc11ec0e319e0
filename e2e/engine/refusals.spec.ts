import { expect, test } from "@playwright/test";
import { type House, openHouse } from "../house.ts";

let house: House;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  house = await openHouse("three-servers", { LIMITS: "on" });
});
test.afterAll(() => house.close());

const HOURLY = 20;
/** One visitor to the server: a name may stand for two addresses. */
const visited = () => house.url.replace("localhost", "127.0.0.1");

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "with a script" : "without a script", () => {
    test.use({ javaScriptEnabled });

    test("a form beyond a limit is answered in words, with how long to wait", async ({ page }) => {
      await page.goto(visited());
      await page.getByLabel("Old address").fill("alice@old.test");
      for (let asked = 0; asked < HOURLY; asked++) await fetch(`${visited()}/api/checks`, { method: "POST" });
      const answer = page.waitForResponse((response) => response.request().method() === "POST");
      await page.getByRole("button", { name: "Check my followers" }).click();
      expect((await answer).status()).toBe(429);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("That was a lot at once");
      await expect(page.getByText(/Try again in (a minute|\d+ minutes)\.$/)).toBeVisible();
      await expect(page.getByText("Go back one page and try again.")).toBeVisible();
    });
  });

test("removals and lists given later have limits of their own", async () => {
  // A window may end on the way, and then as many more pass.
  const pass = async (most: number, send: () => Promise<Response>) => {
    const statuses: number[] = [];
    while (statuses.at(-1) !== 429 && statuses.length <= 2 * most) statuses.push((await send()).status);
    expect(statuses.at(-1)).toBe(429);
    expect(statuses.length).toBeLessThanOrEqual(2 * most + 1);
  };
  const post = (path: string) =>
    fetch(house.url + path, { method: "POST", headers: { "content-type": "application/json" }, body: "{}" });
  await pass(10, () => post("/api/removals"));
  await pass(HOURLY, () => post("/api/checks/nobodys/input"));
  expect((await fetch(`${house.url}/api/health`)).status).toBe(200);
});

test("a form for a check that is not this browser's is answered in words", async ({ page }) => {
  await page.goto(house.url);
  await page.evaluate(() => {
    const form = Object.assign(document.createElement("form"), { method: "post", action: "/check/nobodys/share/make" });
    document.body.append(form);
    form.submit();
  });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/needs its private link|Page not found/);
});

test("an address that cannot be read is answered in words to people, and as a problem to programs", async ({
  page,
}) => {
  await page.goto(`${house.url}/check/%ff`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("That didn’t work from here");
  const answer = await fetch(`${house.url}/check/%ff`);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([400, "application/problem+json"]);
});
