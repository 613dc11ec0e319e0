import { expect, type Page } from "@playwright/test";
import type { House } from "../house.ts";
import { test } from "../house.ts";
import { call, checkOnce, enter, type Opened } from "../states/checks.ts";
import { NARROW } from "../states/narrow.ts";

/** More pages than any window has room for: the check waits for longer than all tests take, and they share it. */
const followers = { "far.test": Array.from({ length: 2_000 }, (_, n) => `f${n}`) };
test.use({ scenario: { ...NARROW, followers } });
test.describe.configure({ mode: "default" });

const STATE = /\/api\/checks\/[\w-]+$/;
const EVENTS = "**/api/checks/*/events";
const INTERRUPTED = /This page has no connection right now\./;
const stop = (page: Page) => page.getByRole("button", { name: "Stop" });
const waiting = (page: Page) => page.getByText("Waiting. The check goes on by itself.");
const stuck = (house: House) => checkOnce(house, { old: "alice@old.test" }, ["waiting"]);
const mark = (page: Page) => page.evaluate(() => Object.assign(window, { same: true }) && undefined);
/** Whether the page was never left, not even for itself. */
const isSame = (page: Page) => page.evaluate(() => "same" in window);

test("news that a proxy refused for a moment come again by themselves", async ({ page, house }) => {
  const again = page.waitForResponse((answer) => answer.url().endsWith("/events") && answer.status() === 200);
  await page.route(EVENTS, (route) => route.fulfill({ status: 502 }), { times: 1 });
  await page.route(STATE, (route) => route.fulfill({ status: 502 }), { times: 1 });
  await enter(page, house, await stuck(house));
  await expect(page.getByText(INTERRUPTED)).toBeVisible();
  await again;
  await expect(page.getByText(INTERRUPTED)).toHaveCount(0);
  await expect(waiting(page)).toBeVisible();
});

test("a page that is open while the server starts anew stays, and goes on by itself", async ({ page, house }) => {
  await enter(page, house, await stuck(house));
  await expect(stop(page)).toBeVisible();
  await mark(page);
  const lost = page.getByText(INTERRUPTED).waitFor();
  await Promise.all([lost, house.restart()]);
  await expect(page.getByText(INTERRUPTED)).toHaveCount(0);
  await expect(waiting(page)).toBeVisible();
  expect(await isSame(page)).toBe(true);
});

test("a report that would be drawn anew while the server is away waits for it", async ({ page, house }) => {
  const check = await stuck(house);
  await enter(page, house, check);
  await expect(stop(page)).toBeVisible();
  await endAfterNews(page, await newsOf(house, check));
  await page.goto(page.url());
  await mark(page);
  // The report is drawn anew no oftener than every three seconds; so is the check asked for.
  for (let asked = 0; asked < 2; asked++)
    await page.waitForEvent("requestfailed", (request) => STATE.test(new URL(request.url()).pathname));
  expect(await isSame(page)).toBe(true);
  await expect(page.getByText(INTERRUPTED)).toBeVisible();
});

/** A state of the check beyond the one that its page was drawn for. */
async function newsOf(house: House, check: Opened): Promise<string> {
  const state = (await (await call(house, check, "")).json()) as { rev: number };
  const rev = state.rev + 1;
  return `retry: 100\nevent: state\nid: ${rev}\ndata: ${JSON.stringify({ ...state, rev })}\n\n`;
}

/** The server tells its news, and is gone by the time anything else is asked of it. */
async function endAfterNews(page: Page, body: string): Promise<void> {
  let told = 0;
  const gone = () => told > 1;
  await page.route(EVENTS, (route) => {
    told += 1;
    return gone() ? route.abort() : route.fulfill({ contentType: "text/event-stream", body });
  });
  await page.route(/_rsc|\/api\/checks\/[\w-]+$/, (route) => (gone() ? route.abort() : route.continue()));
}

test("what watches a check did not arrive: its report stays", async ({ page, house }) => {
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    const answer = await route.fetch();
    return (await answer.text()).includes("EventSource") ? route.abort() : route.fulfill({ response: answer });
  });
  await enter(page, house, await stuck(house));
  await page.waitForLoadState("networkidle");
  await expect(page.getByText("Something broke")).toHaveCount(0);
  await expect(waiting(page).or(page.getByText("A part of this page didn’t load."))).toBeVisible();
});

test("a stop that does not get through says that the check goes on, and can be pressed again", async ({
  page,
  house,
}) => {
  await enter(page, house, await stuck(house));
  const failed = page.getByText("That didn’t get through, so the check goes on.");
  for (const status of [429, 503, undefined]) {
    await page.route("**/cancel", (route) => (status ? route.fulfill({ status }) : route.abort()), { times: 1 });
    await stop(page).click();
    await expect(failed).toBeVisible();
    await expect(stop(page)).toBeEnabled();
  }
});

test("a check that was deleted meanwhile is not said to go on", async ({ page, house }) => {
  const check = await stuck(house);
  // The news of a check that is gone end after a while; the page then asks.
  await page.route(EVENTS, (route) => route.abort());
  await enter(page, house, check);
  await expect(stop(page)).toBeVisible();
  expect((await call(house, check, "", { method: "DELETE" })).status).toBe(204);
  await expect(page.getByText("This check is no longer open to this browser")).toBeVisible();
  await expect(page.getByText(INTERRUPTED)).toHaveCount(0);
  await expect(stop(page)).toHaveCount(0);
});
