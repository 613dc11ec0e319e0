import { expect, type Page } from "@playwright/test";
import type { House } from "../house.ts";
import { call, checkOnce, enter } from "./checks.ts";

/** The place on the result where a browser is asked to be told: `answer` is what its reader says when it asks. */
export function noticesAnd(answer: "unasked" | "yes" | "no") {
  return async (page: Page, house: House): Promise<void> => {
    // Not the check that other states show: this one is watched.
    const check = await checkOnce(house, { old: house.named("alice@old.test"), before: { count: 40 } });
    await call(house, check, "/looks", { method: "PUT", body: JSON.stringify({ on: true }) });
    if (answer === "yes") await withAddress(page, house);
    await enter(page, house, check);
    await page.locator("#looks summary").click();
    const start = page.getByRole("button", { name: "Notify me in this browser" });
    await start.waitFor();
    if (answer === "unasked") return;
    await start.click();
    const says = answer === "yes" ? "This browser will tell you" : "Your browser blocks notices";
    await expect(page.getByText(says)).toBeVisible();
  };
}

/** As if its maker had given this browser an address, and we had taken it. */
async function withAddress(page: Page, house: House): Promise<void> {
  await page.context().grantPermissions(["notifications"], { origin: house.url });
  await page.route("**/push/*", (route) => route.fulfill({ status: route.request().method() === "PUT" ? 204 : 404 }));
  await page.addInitScript(() => {
    const keys = { p256dh: "", auth: "" };
    const given = { endpoint: "https://push.example/1", toJSON: () => ({ endpoint: "https://push.example/1", keys }) };
    Object.assign(PushManager.prototype, { getSubscription: async () => null, subscribe: async () => given });
  });
}
