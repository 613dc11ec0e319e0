import { expect } from "@playwright/test";
import { test } from "../house.ts";
import { unfold } from "./unfold.ts";

test("two handles become an answer", async ({ page, house }) => {
  await page.goto("/");
  await page.getByLabel("Old address").fill("@alice@old.test");
  await page.getByRole("button", { name: "Check my followers" }).click();
  await expect(page).toHaveURL(/\/check\/[\w-]+$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/5 followers haven’t come along/);
  await expect(page.getByText("6 follow your new account")).toBeVisible();
  await unfold(page, "nobody");
  const causes = [
    "Their server doesn’t take messages from old.test",
    "Their server blocks new.test",
    "Their server is gone",
  ];
  for (const cause of causes) {
    await expect(page.locator("[data-cause] summary").filter({ hasText: cause })).toBeVisible();
  }
  await expect(page).toHaveTitle(/^Done: /);
  await expect(page.locator("link[rel=icon]")).toHaveAttribute("href", /^\/icon-done\.svg/);
  const html = await page.content();
  expect(html).not.toMatch(/\b(lost|absent|left behind)\b/i);
  expect(house.world.canaryHits()).toBe(0);
});

test("both addresses pasted into the first field fill both", async ({ page }) => {
  await page.goto("/");
  await page.waitForLoadState("networkidle");
  await page.getByLabel("Old address").fill("@alice@old.test → @alice@new.test");
  await expect(page.getByLabel("Old address")).toHaveValue("@alice@old.test");
  await expect(page.getByLabel("New address")).toHaveValue("@alice@new.test");
  await expect(page.getByText("Found alice@new.test")).toBeAttached();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the form starts a check and the page ends as a report", async ({ page }) => {
    await page.goto("/");
    await page.getByLabel("Old address").fill("alice@old.test");
    await page.getByRole("button", { name: "Check my followers" }).click();
    await expect(page).toHaveURL(/\/check\/[\w-]+$/);
    await expect(async () => {
      await page.reload();
      await expect(page.getByText("6 follow your new account")).toBeVisible({ timeout: 1_000 });
    }).toPass();
  });

  test("a wrong address comes back as the start page, with what was typed and what is wrong", async ({ page }) => {
    await page.goto("/");
    await page.getByLabel("Old address").fill("alice@127.0.0.1");
    const answer = page.waitForResponse((response) => response.request().method() === "POST");
    await page.getByRole("button", { name: "Check my followers" }).click();
    expect((await answer).status()).toBe(422);
    await expect(page.getByLabel("Old address")).toHaveValue("alice@127.0.0.1");
    await expect(page.getByLabel("Old address")).toHaveAttribute("aria-invalid", "true");
  });
});

test("the link with the key opens the check on another device, and nothing opens without it", async ({
  browser,
  request,
  house,
}) => {
  const made = await (await request.post("/api/checks", { data: { mode: "moved", old: "alice@old.test" } })).json();
  const other = await browser.newContext({ baseURL: house.url });
  const page = await other.newPage();
  await page.goto(`/check/${made.id}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This check needs its private link");
  await page.goto(`/check/${made.id}#key=${made.key}`);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/5 followers haven’t come along/);
  await other.close();
});

test("no page talks to anybody but us", async ({ page, house }) => {
  const strangers: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(house.url) && !request.url().startsWith("data:")) strangers.push(request.url());
  });
  for (const path of ["/", "/how", "/privacy", "/bot"]) {
    const response = await page.goto(path);
    expect(response?.headers()["content-security-policy"]).toContain("nonce-");
    expect(response?.headers()["referrer-policy"]).toBe("no-referrer");
    expect(response?.headers()["x-content-type-options"]).toBe("nosniff");
  }
  expect(strangers).toEqual([]);
});

test("a picture that cannot be had is drawn all the same", async ({ page }) => {
  await page.goto("/");
  const width = await page.evaluate(async () => {
    const picture = new Image();
    picture.src = "/api/avatars/nobody-signed.this";
    await picture.decode();
    return picture.naturalWidth;
  });
  expect(width).toBeGreaterThan(0);
});

for (const javaScriptEnabled of [true, false])
  test.describe(`a move that is planned, ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("is started with one field for its candidates, and comes back with what to mend", async ({ page }) => {
      await page.goto("/");
      await expect(page.getByLabel("Servers you’re thinking about")).toBeHidden();
      await page.getByText("I’m planning to move").click();
      await expect(page.getByRole("heading", { level: 1, name: "Moving? See who’ll come along." })).toBeVisible();
      await page.getByLabel("Your address today").fill("@alice@old.test");
      await page.getByRole("button", { name: "Compare servers" }).click();
      await expect(page.getByRole("alert").getByText("Name at least one server")).toBeVisible();
      const candidates = page.getByLabel("Servers you’re thinking about");
      await expect(candidates).toBeVisible();
      await candidates.fill("new.test, left.test");
      await page.getByRole("button", { name: "Compare servers" }).click();
      await expect(page).toHaveURL(/\/check\/[\w-]+$/);
    });
  });
