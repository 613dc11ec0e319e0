import { expect, type Page } from "@playwright/test";
import { visitorOf } from "#testing/signin/visitor.ts";
import type { Scenario } from "#world/make/scenario.ts";
import { type House, test } from "../house.ts";
import { checkOnce, enter } from "../states/checks.ts";

const MEMBERS: Scenario = {
  name: "for members alone",
  about: "Only somebody who has an account there sees that a server blocks the new one.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  newIsBusy: false,
  servers: {
    "new.test": { peers: false },
    "shut.test": { list: "users", peers: false, blocks: { "new.test": "suspend" } },
    "fine.test": { list: "users", peers: false },
  },
  followers: { "shut.test": ["sue", "sam"], "fine.test": ["fred"] },
};

test.use({ scenario: MEMBERS });

/** What happens on a follower's server, up to its way back, in the place of pages that the browser cannot reach here. */
async function answerAs(page: Page, { world }: House, user: string, decision: "allow" | "deny" = "allow") {
  const asked: URL[] = [];
  await page.route("https://*.test/**", async (route) => {
    asked.push(new URL(route.request().url()));
    const arrived = await visitorOf(world).go(route.request().url(), user, decision);
    if ("back" in arrived) await route.fulfill({ status: 302, headers: { location: arrived.back.href } });
    else await route.fulfill({ status: arrived.status, body: arrived.page });
  });
  return asked;
}

async function shared(house: House) {
  const handles = house.world.truth.followers.map(({ acct }) => acct);
  const made = await checkOnce(house, { old: "alice@old.test", before: { kind: "snapshot", handles } });
  const share = await fetch(`${house.url}/api/checks/${made.id}/share`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${made.key}` },
    body: JSON.stringify({ days: 30 }),
  });
  const { token } = (await share.json()) as { token: string };
  return { made, page: `${house.url}/r/${token}` };
}

async function askAbout(page: Page, address: string, server: string) {
  await page.goto(address);
  await page.getByLabel("Where is your account?").fill(server);
  await page.getByRole("button", { name: "Follow", exact: true }).click();
  await page.getByText(`Help find out for everybody on ${server}`).click();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`a follower looks ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("on the own server, is told once, and leaves no name", async ({ page, context, house }) => {
      const { page: address } = await shared(house);
      const asked = await answerAs(page, house, "sue");
      await askAbout(page, address, "shut.test");
      await page.getByRole("button", { name: "Sign in on shut.test" }).click();
      await expect(page).toHaveURL(/\/looked$/);
      await expect(page.getByRole("heading", { name: /You can’t follow Alice/ })).toBeVisible();
      await expect(page.getByText("The permission is given back.")).toBeVisible();
      expect(asked[0]?.searchParams.get("scope")).toBe("read:accounts read:follows");
      expect((await context.cookies()).map(({ name }) => name).filter((name) => !name.startsWith("hw_"))).toEqual([]);
      await page.reload();
      await expect(page.getByLabel("Where is your account?")).toBeVisible();
      await expect(page.getByText("You can’t follow Alice")).toHaveCount(0);
    });
  });
}

test("the owner sees that somebody there looked", async ({ page, house }) => {
  const { made, page: address } = await shared(house);
  await answerAs(page, house, "sam");
  await askAbout(page, address, "shut.test");
  await page.getByRole("button", { name: "Sign in on shut.test" }).click();
  await expect(page.getByText("The permission is given back.")).toBeVisible();
  await enter(page, house, made);
  await page.goto(`${house.url}/check/${made.id}/servers/shut.test`);
  await expect(page.getByText("Somebody there looked").first()).toBeVisible();
  await expect(page.getByText("shut.test lists new.test as blocked.").first()).toBeVisible();
});

test("who follows already is told so, and who says no is asked nothing", async ({ page, house }) => {
  const { page: address } = await shared(house);
  await answerAs(page, house, "fred");
  await askAbout(page, address, "fine.test");
  await page.getByRole("button", { name: "Sign in on fine.test" }).click();
  await expect(page.getByRole("heading", { name: "You follow Alice already" })).toBeVisible();
  await page.unrouteAll();
  await answerAs(page, house, "fred", "deny");
  await askAbout(page, address, "fine.test");
  await page.getByRole("button", { name: "Sign in on fine.test" }).click();
  await expect(page.getByText("You said no, and nothing was read.")).toBeVisible();
});

test("who can be sent nowhere is not told to try again", async ({ house }) => {
  const { page: address } = await shared(house);
  const stayed = await fetch(`${address}/look`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" },
    body: "server=new.test",
  });
  const text = await stayed.text();
  expect(text).toContain("be asked this way");
  expect(text).not.toContain("Try again in a while");
});

test("nobody is sent away by a page of somebody else", async ({ house }) => {
  const { page: address } = await shared(house);
  const sent = await fetch(`${address}/look`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "cross-site" },
    body: "server=shut.test",
  });
  expect(sent.status).toBe(403);
  expect(sent.headers.get("set-cookie")).toBeNull();
});
