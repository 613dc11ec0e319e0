import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { expect, type Page, test } from "@playwright/test";
import { buildIfStale } from "../../scripts/build.ts";
import { OWNER_WAITS_MS } from "../states/waits.ts";

const NOTICE = /^Sample data: /;
const FEWEST_CAUSES = 10;
/** Held in the proof alone: a machine that runs other tests beside this one says nothing about it. */
const MOST_MS = process.env.PROVE ? 15_000 : Number.POSITIVE_INFINITY;

let demo: ChildProcess;
let address: string;

test.describe.configure({ mode: "default", timeout: OWNER_WAITS_MS });
test.beforeAll(async () => {
  buildIfStale();
  const { PORT: _, ...inherited } = process.env;
  const env = { ...inherited, NODE_OPTIONS: "", LOG_LEVEL: "warn" };
  demo = spawn(process.execPath, ["scripts/demo.ts"], { env, stdio: ["ignore", "pipe", "inherit"] });
  address = await addressOf(demo);
});
test.afterAll(async () => {
  const ended = once(demo, "exit");
  demo.kill("SIGTERM");
  await ended;
});

/** What it tells its visitor to open. */
async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error("The demo says nothing.");
  for await (const line of createInterface({ input: stdout })) {
    const [found] = /http:\/\/localhost\S+/.exec(line) ?? [];
    if (found) return found;
  }
  throw new Error("The demo ended before it was ready.");
}

const causesOn = (page: Page): Promise<readonly (string | null)[]> =>
  page.locator("[data-cause]").evaluateAll((cards) => cards.map((card) => card.getAttribute("data-cause")));

test("the demo begins with a mover and ends as a report of many causes, its notice on every page", async ({ page }) => {
  const opened = Date.now();
  await page.goto(address);
  await expect(page.getByLabel("Old address")).toHaveValue(/^@\w+@/);
  await page.getByRole("button", { name: "Check my followers" }).click();
  await expect(page.getByText(/servers answered/)).toBeVisible({ timeout: OWNER_WAITS_MS });
  expect(Date.now() - opened).toBeLessThan(MOST_MS);
  const named = (await causesOn(page)).filter((cause) => cause !== "unknown" && cause !== "unexplained");
  expect(named.length, named.join(" ")).toBeGreaterThanOrEqual(FEWEST_CAUSES);

  const check = new URL(page.url()).pathname;
  const parts = ["", "/servers", "/followers", "/messages", "/share"].map((part) => check + part);
  for (const path of [
    ...parts,
    "/",
    "/how",
    "/how/blocks",
    "/privacy",
    "/bot",
    "/remove",
    "/nowhere",
    "/api/nowhere",
  ]) {
    await page.goto(new URL(path, address).href);
    await expect(page.getByText(NOTICE), path).toBeVisible();
  }
});
