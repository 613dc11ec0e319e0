import { expect, type Page } from "@playwright/test";
import { visitorOf } from "#testing/signin/visitor.ts";
import type { Scenario } from "#world/make/scenario.ts";
import type { House } from "../house.ts";
import { call, checkOnce, enter, type Opened } from "./checks.ts";

/** Few enough to be let in at once. */
export const FEW_WAIT: Scenario = {
  name: "few wait",
  about: "The new account approves followers by hand, and hides who follows it.",
  old: { at: "alice@old.test" },
  target: { at: "alice@new.test", locked: true, hidesLists: true },
  newIsBusy: false,
  followers: { "near.test": [{ user: "ann", display: "Ann Berger" }, "ben", "cy"], "far.test": ["dee"] },
  others: { "near.test": ["stranger"] },
};

/** More than the new server's window lets through: it is under way until the window is over. */
export const MANY_WAIT: Scenario = {
  ...FEW_WAIT,
  name: "many wait",
  servers: { "new.test": { limits: "iso", window: 90 } },
  followers: { "near.test": Array.from({ length: 120 }, (_, n) => `p${n}`) },
};

const stages = new WeakMap<House["world"], Map<string, Promise<Opened>>>();

/** What was done once stays done: a page is shown in many sizes and colours. */
function once(house: House, stage: string, act: () => Promise<Opened>): Promise<Opened> {
  const done = stages.get(house.world) ?? new Map<string, Promise<Opened>>();
  stages.set(house.world, done);
  const opened = done.get(stage) ?? act();
  done.set(stage, opened);
  return opened;
}

/** Somebody signed in and saw who waits. */
export async function whoWaits(page: Page, house: House): Promise<Opened> {
  const opened = await once(house, "signed in", async () => {
    const handles = house.world.truth.followers.map(({ acct }) => acct);
    const before = { kind: "snapshot", handles };
    const made = await checkOnce(house, { old: house.named("alice@old.test"), before });
    await allow(house, made, "/signin", { account: "new" });
    return made;
  });
  await shown(page, house, opened, / waiting for your yes\./);
  return opened;
}

/** They are let in, up to the moment at which the page says this. */
const letIn = (says: RegExp) => async (page: Page, house: House) => {
  const opened = await once(house, "let in", async () => {
    const seen = await whoWaits(page, house);
    await allow(house, seen, "/requests/accept", {});
    return seen;
  });
  await shown(page, house, opened, says);
  return opened;
};
export const lettingIn = letIn(/It goes on by itself\./);
export const allLetIn = letIn(/That’s all of them\./);

export async function stoppedLettingIn(page: Page, house: House): Promise<void> {
  const opened = await once(house, "stopped", async () => {
    const under = await lettingIn(page, house);
    await call(house, under, "/requests/accept", { method: "DELETE" });
    return under;
  });
  await shown(page, house, opened, /It was stopped\./);
}

/** Sets out, says yes on the own server, and comes back. */
async function allow(house: House, opened: Opened, path: string, body: object): Promise<void> {
  const begun = await call(house, opened, path, { method: "POST", body: JSON.stringify(body) });
  const { url } = (await begun.json()) as { url: string };
  const arrived = await visitorOf(house.world).go(url, "alice");
  if (!("back" in arrived)) throw new Error(`${arrived.status}: ${arrived.page}`);
  const cookie = begun.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  await fetch(arrived.back, { headers: { cookie }, redirect: "manual" });
}

async function shown(page: Page, house: House, opened: Opened, says: RegExp): Promise<void> {
  await expect(async () => {
    await enter(page, house, opened, "/requests");
    await expect(page.getByText(says)).toBeVisible({ timeout: 1_000 });
  }).toPass();
}
