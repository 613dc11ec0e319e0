import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { Client } from "pg";
import { type House, openHouse } from "../house.ts";
import { enter, makeCheck, type Opened } from "../states/checks.ts";
import { type Databases, openDatabases } from "./databases.ts";

const OLD = "alice@old.test";
const NO_DATABASE = "This machine has no PostgreSQL.";
const BROKEN = "Something broke on our side";

let databases: Databases | null;
let house: House;
let client: Client;
let check: Opened;

test.describe.configure({ mode: "default" });
test.beforeAll(async () => {
  test.setTimeout(240_000);
  databases = await openDatabases();
  if (!databases) return;
  const url = await databases.fresh();
  house = await openHouse("three-servers", { DATABASE_URL: url });
  client = new Client({ connectionString: url });
  await client.connect();
  check = await makeCheck(house, { old: OLD });
});
test.afterAll(async () => {
  await client?.end();
  await house?.close();
  await databases?.stop();
});

/** What every page of a check rests on is gone for a while. */
async function whileBroken(then: () => Promise<void>): Promise<void> {
  await client.query("alter table checks rename to elsewhere");
  try {
    await then();
  } finally {
    await client.query("alter table elsewhere rename to checks");
  }
}

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const follow = (page: Page, name: string) => page.getByRole("link", { name }).click();

for (const javaScriptEnabled of process.env.PROVE ? [true, false] : [false])
  test.describe(javaScriptEnabled ? "with a script" : "without a script", () => {
    test.use({ javaScriptEnabled });

    test("a page that fails is words, and loading it again brings it when all is well", async ({ page }) => {
      test.skip(!databases, NO_DATABASE);
      await whileBroken(async () => {
        await enter(page, house, check);
        await expect(heading(page)).toHaveText(BROKEN);
        await expect(page).toHaveTitle(`${BROKEN} · Housewarming`);
        await expect(page.getByText(/please mention [0-9a-f]{8}\.$/)).toBeVisible();
        expect(await page.content()).not.toMatch(/elsewhere|checks"|select |at .*\.js/);
        await follow(page, "Try again");
        await expect(heading(page)).toHaveText(BROKEN);
      });
      await follow(page, "Try again");
      await expect(heading(page)).toContainText("5 followers haven’t come along");
    });

    test("a form that fails is words and no blank page", async ({ page }) => {
      test.skip(!databases, NO_DATABASE);
      await page.goto(house.url);
      await page.getByLabel("Old address").fill(OLD);
      await whileBroken(async () => {
        await page.getByRole("button", { name: "Check my followers" }).click();
        await expect(heading(page)).toHaveText(BROKEN);
        await expect(page.getByText("Go back one page and try again.")).toBeVisible();
      });
      await follow(page, "Go to the start page");
      await expect(page.getByLabel("Old address")).toBeVisible();
    });
  });

test("the page of words is for everybody, narrow and wide, light and dark", async ({ page }) => {
  test.skip(!databases, NO_DATABASE);
  await whileBroken(async () => {
    for (const [width, colorScheme] of [
      [320, "light"],
      [1280, "dark"],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      await enter(page, house, check);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
});

test("a page that fails while it is gone to says so within the frame, and trying again brings it", async ({ page }) => {
  test.skip(!databases, NO_DATABASE);
  await enter(page, house, check);
  await whileBroken(async () => {
    await page.getByRole("link", { name: /^Servers/ }).click();
    await expect(heading(page)).toHaveText(BROKEN);
    await expect(page.getByRole("link", { name: "Housewarming" })).toBeVisible();
  });
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(heading(page)).toHaveText(/servers? ha(s|ve) people who are missing/);
});

test("a program is told of a failure as a problem", async () => {
  test.skip(!databases, NO_DATABASE);
  await whileBroken(async () => {
    const headers = { authorization: `Bearer ${check.key}` };
    const answer = await fetch(`${house.url}/api/checks/${check.id}`, { headers });
    expect(answer.status).toBe(500);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(await answer.json()).toEqual({ type: "about:blank", title: BROKEN, status: 500 });
  });
});
