import { expect, type Page } from "@playwright/test";
import { visitorOf } from "#testing/signin/visitor.ts";
import type { Scenario } from "#world/make/scenario.ts";
import { type House, test } from "../house.ts";
import { checkOnce, enter } from "../states/checks.ts";

const LOCKED: Scenario = {
  name: "locked and hidden",
  about:
    "Three wait for approval, two are shut out by the new server, and both of that is seen by its own people alone.",
  old: { at: "alice@old.test" },
  target: { at: "alice@new.test", locked: true, hidesLists: true },
  newIsBusy: false,
  servers: { "new.test": { blocks: { "shut.test": "suspend" }, peers: false } },
  followers: { "open.test": ["ann", "ben", "cy"], "shut.test": ["dee", "eli"], "new.test": ["fay"] },
};

test.use({ scenario: LOCKED });

/** What happens on the new server, up to its way back, in the place of pages that the browser cannot reach here. */
async function answerAs(page: Page, { world }: House, decision: "allow" | "deny"): Promise<string[]> {
  const asked: string[] = [];
  await page.route("https://*.test/**", async (route) => {
    asked.push(route.request().url());
    const arrived = await visitorOf(world).go(route.request().url(), "alice", decision);
    if ("back" in arrived) await route.fulfill({ status: 302, headers: { location: arrived.back.href } });
    else await route.fulfill({ status: arrived.status, body: arrived.page });
  });
  return asked;
}

/** A check is asked once for each day on which its list was taken: who signs in on one of them is signed in there. */
async function openDone(page: Page, house: House, takenAt = "2026-10-01"): Promise<string> {
  const handles = house.world.truth.followers.map(({ acct }) => acct);
  const made = await checkOnce(house, { old: "alice@old.test", before: { kind: "snapshot", handles, takenAt } });
  await enter(page, house, made);
  return `/check/${made.id}`;
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`signing in ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("says what will be asked, asks no more, and says what was asked", async ({ page, house }) => {
      const path = await openDone(page, house, javaScriptEnabled ? "2026-10-02" : "2026-10-03");
      const asked = await answerAs(page, house, "allow");
      await page.getByText("Some of this only you can see").click();
      await page.getByRole("link", { name: "Sign in, read-only" }).click();
      await expect(page.getByText("Your follow requests: who is waiting").first()).toBeVisible();
      await expect(page.locator("p code")).toHaveText(["profile", "read:accounts", "read:follows"]);
      await page.getByRole("button", { name: "Continue on new.test" }).click();
      await expect(page).toHaveURL(/\/signin\?end=in$/);
      await expect(page.getByText("You’re signed in.")).toBeVisible();
      expect(new URL(asked[0] ?? "").searchParams.get("scope")).toBe("profile read:accounts read:follows");
      await expect(async () => {
        await page.goto(`${house.url}${path}/signin`);
        await expect(page.getByText("was given back")).toBeVisible({ timeout: 1_000 });
      }).toPass();
      await expect(page.getByText("Your follow requests: one page")).toBeVisible();
      await page.goto(`${house.url}${path}`);
      await expect(page.getByText("Sign in, read-only")).toHaveCount(0);
      await expect(page.getByText("Waiting", { exact: false }).first()).toBeVisible();
    });
  });
}

test("a no is taken for an answer", async ({ page, house }) => {
  const path = await openDone(page, house);
  await answerAs(page, house, "deny");
  await page.goto(`${house.url}${path}/signin`);
  await page.getByRole("button", { name: "Continue on new.test" }).click();
  await expect(page.getByText("You said no, and nothing was read.")).toBeVisible();
});

test("nobody is signed in by an address that somebody else has set out with", async ({ page, house, browser }) => {
  const path = await openDone(page, house);
  let back = "";
  await page.route("https://*.test/**", async (route) => {
    const arrived = await visitorOf(house.world).go(route.request().url(), "alice");
    back = "back" in arrived ? arrived.back.href : "";
    await route.fulfill({ status: 200, body: "stopped on the way" });
  });
  await page.goto(`${house.url}${path}/signin`);
  await page.getByRole("button", { name: "Continue on new.test" }).click();
  await expect(page.getByText("stopped on the way")).toBeVisible();
  const other = await (await browser.newContext()).newPage();
  await other.goto(back);
  await expect(other).toHaveURL(/\/signin\/lost$/);
  // The state was used up by it: the own browser sets out anew.
  await page.goto(back);
  await expect(page).toHaveURL(/\/signin\/lost$/);
});

test.describe("letting people in without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("names who waits before it asks for the right, lets them in, and says so", async ({ page, house }) => {
    const path = await openDone(page, house, "2026-10-04");
    const asked = await answerAs(page, house, "allow");
    await page.goto(`${house.url}${path}/signin`);
    await page.getByRole("button", { name: "Continue on new.test" }).click();
    await expect(page).toHaveURL(/\/signin\?end=in$/);
    await expect(async () => {
      await page.goto(`${house.url}${path}`);
      await expect(page.getByText("3 people who followed your old account are waiting")).toBeVisible({
        timeout: 1_000,
      });
    }).toPass();
    await page.getByRole("link", { name: "Let them in" }).click();
    for (const who of ["ann", "ben", "cy"]) await expect(page.getByText(`@${who}@open.test`)).toBeVisible();
    expect(house.world.state.people.filter(({ atNew }) => atNew === "requested")).toHaveLength(3);
    asked.length = 0;
    await page.getByRole("button", { name: "Let these 3 people in" }).click();
    await expect(page).toHaveURL(/\/requests\?end=in$/);
    expect(new URL(asked[0] ?? "").searchParams.get("scope")).toBe("profile read:follows write:follows");
    await expect(async () => {
      await page.goto(`${house.url}${path}/requests`);
      await expect(page.getByText("3 of 3 people let in.")).toBeVisible({ timeout: 1_000 });
      await expect(page.getByText("That’s all of them.")).toBeVisible({ timeout: 1_000 });
    }).toPass();
    expect(house.world.state.people.filter(({ atNew }) => atNew === "requested")).toHaveLength(0);
    await page.goto(`${house.url}${path}`);
    await expect(page.getByRole("link", { name: "Let them in" })).toHaveCount(0);
  });
});
