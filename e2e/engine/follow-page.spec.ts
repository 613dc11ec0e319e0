import { expect, type Page } from "@playwright/test";
import type { Scenario } from "#world/make/scenario.ts";
import { askOf } from "#world/serve/ask.ts";
import { type House, test } from "../house.ts";
import { checkOnce } from "../states/checks.ts";

/** One server whose page stays, and one that leads back. */
const LEFT: Scenario = {
  name: "left behind",
  about: "The news reached neither of two servers, and their people follow by hand.",
  old: { at: "alice@old.test", display: "Alice" },
  target: { at: "alice@new.test", display: "Alice" },
  servers: {
    "far.test": { mishap: "given-up" },
    "back.test": { software: "unheard-of", mishap: "given-up" },
  },
  followers: { "far.test": ["fay", "fred"], "back.test": ["bea", "ben"] },
};

test.use({ scenario: LEFT });

/** The pages of the world's servers, whose names no resolver knows, with their cookies and forms. */
async function openWorld(page: Page, { world }: House) {
  const ask = askOf(world);
  await page.route("https://*.test/**", async (route) => {
    const asked = route.request();
    const posted = asked.postData();
    const { cookie = "" } = await asked.allHeaders();
    const form = posted === null ? {} : { form: Object.fromEntries(new URLSearchParams(posted)) };
    const method = asked.method() === "POST" ? "POST" : "GET";
    const heard = await ask(asked.url(), { method, headers: { cookie }, ...form });
    const told = Object.entries(heard.headers).flatMap(([name, value]) =>
      value === undefined || name === "content-length" ? [] : [[name, [value].flat().join("\n")] as const],
    );
    await route.fulfill({ status: heard.status, headers: Object.fromEntries(told), body: heard.text });
  });
}

async function shared(house: House): Promise<string> {
  const made = await checkOnce(house, { old: "alice@old.test" });
  const share = await fetch(`${house.url}/api/checks/${made.id}/share`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${made.key}` },
    body: JSON.stringify({ days: 30 }),
  });
  const { token } = (await share.json()) as { token: string };
  return `${house.url}/r/${token}`;
}

const atNew = ({ world }: House, user: string) => world.state.people.find((one) => one.user === user)?.atNew;

for (const [javaScriptEnabled, far, back] of [
  [true, "fay", "bea"],
  [false, "fred", "ben"],
] as const)
  test.describe(`a follower ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    async function goTo(page: Page, house: House, server: string, user: string): Promise<string> {
      const address = await shared(house);
      await openWorld(page, house);
      await page.goto(address);
      await page.getByLabel("Where is your account?").fill(server);
      await page.getByRole("button", { name: "Follow", exact: true }).click();
      await page.getByRole("link", { name: `Continue on ${server}` }).click();
      await page.getByLabel("Name").fill(user);
      await page.getByRole("button", { name: "Log in" }).click();
      await expect(page.getByRole("heading", { name: "Follow alice@new.test" })).toBeVisible();
      expect(atNew(house, user)).toBe("no");
      return address;
    }

    test("signs in on the own server, presses Follow there, and follows", async ({ page, house }) => {
      await goTo(page, house, "far.test", far);
      await page.getByRole("button", { name: "Follow", exact: true }).click();
      await expect(page.getByRole("heading", { name: "You follow alice@new.test" })).toBeVisible();
      expect(atNew(house, far)).toBe("yes");
    });

    test("is led back where the own server has a place for that, after a yes and after a no", async ({
      page,
      house,
    }) => {
      const address = await goTo(page, house, "back.test", back);
      const following = page.url();
      await page.getByRole("button", { name: "Cancel" }).click();
      await expect(page).toHaveURL(address);
      expect(atNew(house, back)).toBe("no");
      await page.goto(following);
      await page.getByRole("button", { name: "Follow", exact: true }).click();
      await expect(page).toHaveURL(address);
      expect(atNew(house, back)).toBe("yes");
    });
  });
