import { expect, type Page } from "@playwright/test";
import { generate } from "#world/make/generate.ts";
import { PRESETS } from "#world/make/presets.ts";
import type { Scenario } from "#world/make/scenario.ts";
import type { ScenarioName } from "#world/scenarios/index.ts";
import type { House } from "../house.ts";
import { ASKING } from "../pages/asking.ts";
import { brokenFrame, brokenPart, oneTooMany, plain } from "./broken.ts";
import { call, checkOnce, enter, shareOf } from "./checks.ts";
import { allLetIn, FEW_WAIT, lettingIn, MANY_WAIT, stoppedLettingIn, whoWaits } from "./let-in.ts";
import { NARROW } from "./narrow.ts";
import { noticesAnd } from "./notices.ts";

/** A page in one of the states that somebody may meet it in. */
export type State = {
  readonly name: string;
  readonly world: keyof typeof WORLDS;
  readonly show: (page: Page, house: House) => Promise<unknown>;
  /** The browser complains where something is broken on purpose. */
  readonly broken?: true;
};

const oldIn = (house: House): string => house.named("alice@old.test");

/** 1,200 people or so, most lists hidden: what most movers will see. */
const USUAL = generate("small", 7, PRESETS.typical);
const named = (name: ScenarioName): ScenarioName => name;

export const WORLDS = {
  usual: USUAL,
  asking: ASKING,
  good: named("smooth-move"),
  notStarted: named("move-not-started"),
  hidden: named("both-lists-hidden"),
  hiddenOld: named("hidden-old-list"),
  narrow: NARROW,
  slow: {
    ...ASKING,
    name: "slow",
    servers: { ...ASKING.servers, "still.test": { fault: "black-hole" } },
    followers: { ...ASKING.followers, "still.test": ["stu"] },
  },
  swapped: named("swapped"),
  locked: named("locked-new-account"),
  planned: named("planned-move"),
  fewWait: FEW_WAIT,
  manyWait: MANY_WAIT,
} as const satisfies Readonly<Record<string, Scenario | ScenarioName>>;

/** What a look at the typed accounts says comes a moment after the page. */
const startWith =
  (query: string, told: string) =>
  async (page: Page, house: House): Promise<void> => {
    await page.goto(`${house.url}/?${house.named(query)}`);
    // The field for the new address holds the same words, and is shown only where it is needed.
    await page.getByText(house.named(told)).filter({ visible: true }).first().waitFor();
  };
const at = (path: string) => (page: Page, house: House) => page.goto(`${house.url}${path}`);
const done =
  (path = "") =>
  async (page: Page, house: House) =>
    enter(page, house, await checkOnce(house, { old: oldIn(house) }), house.named(path));

/** Before a move. */
const plan =
  (path = "", candidates: readonly string[] = ["calm.test", "loud.test", "club.test"]) =>
  async (page: Page, house: House) => {
    const body = { mode: "planned", old: oldIn(house), candidates: candidates.map(house.named) };
    await enter(page, house, await checkOnce(house, body), house.named(path));
  };

export const STATES: readonly State[] = [
  { name: "start", world: "asking", show: at("/") },
  { name: "start-found", world: "asking", show: startWith("old=alice@old.test", "Found alice@new.test") },
  {
    name: "start-hidden-list",
    world: "hiddenOld",
    show: startWith("old=alice@old.test", "Your old follower list is hidden"),
  },
  {
    name: "start-swapped",
    world: "swapped",
    show: startWith("old=alice@new.test&new=alice@old.test", "the other way round"),
  },
  { name: "start-mistake", world: "asking", show: mistake },
  { name: "running", world: "slow", show: running },
  { name: "waiting", world: "narrow", show: waiting },
  { name: "cancelled", world: "slow", show: cancelled },
  { name: "failed", world: "asking", show: failed },
  { name: "done", world: "asking", show: done() },
  { name: "done-usual", world: "usual", show: done() },
  { name: "done-opened", world: "usual", show: opened },
  { name: "done-snapshot", world: "asking", show: withSnapshot },
  { name: "done-good-news", world: "good", show: done() },
  { name: "done-nothing-moved", world: "notStarted", show: done() },
  { name: "done-all-hidden", world: "hidden", show: done() },
  { name: "done-locked", world: "locked", show: done() },
  { name: "before", world: "planned", show: plan() },
  { name: "before-no-candidates", world: "planned", show: plan("", []) },
  { name: "before-hidden-list", world: "hiddenOld", show: plan("", ["new.test"]) },
  { name: "before-servers", world: "planned", show: plan("/servers?to=calm.test&is=cannot") },
  { name: "before-server", world: "planned", show: plan("/servers/far.test") },
  { name: "before-plan", world: "planned", show: plan("/plan?to=loud.test") },
  { name: "servers", world: "usual", show: done("/servers") },
  { name: "server", world: "asking", show: done("/servers/left.test") },
  { name: "followers", world: "usual", show: done("/followers") },
  { name: "followers-opened", world: "asking", show: personOpened },
  { name: "followers-filtered", world: "asking", show: done("/followers?group=follower&q=l") },
  { name: "followers-nobody", world: "asking", show: done("/followers?q=nobodyatall") },
  { name: "messages", world: "asking", show: done("/messages") },
  { name: "messages-usual", world: "usual", show: done("/messages") },
  { name: "letters", world: "asking", show: letters },
  { name: "share-owner", world: "good", show: done("/share") },
  { name: "share-owner-made", world: "asking", show: ownShare },
  { name: "share", world: "asking", show: share },
  { name: "share-usual", world: "usual", show: share },
  { name: "share-answer", world: "asking", show: shareAnswer("left.test") },
  { name: "share-refused", world: "asking", show: shareAnswer("shut.test") },
  { name: "share-cannot-tell", world: "asking", show: shareAnswer("near.test") },
  { name: "share-own-way", world: "asking", show: shareAnswer("tube.test") },
  { name: "share-silent", world: "asking", show: shareAnswer("nowhere.test") },
  { name: "share-mistyped", world: "asking", show: shareAnswer("near") },
  { name: "sign-in", world: "asking", show: done("/signin") },
  { name: "let-in", world: "fewWait", show: whoWaits },
  { name: "let-in-done", world: "fewWait", show: allLetIn },
  { name: "let-in-running", world: "manyWait", show: lettingIn },
  { name: "let-in-stopped", world: "manyWait", show: stoppedLettingIn },
  { name: "notices", world: "asking", show: noticesAnd("unasked") },
  { name: "notices-on", world: "asking", show: noticesAnd("yes") },
  { name: "notices-blocked", world: "asking", show: noticesAnd("no") },
  { name: "share-unknown", world: "asking", show: at("/r/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa") },
  { name: "no-key", world: "asking", show: noKey },
  { name: "parts", world: "asking", show: at("/parts") },
  { name: "deleted", world: "asking", show: at("/deleted") },
  { name: "not-found", world: "asking", show: at("/nowhere") },
  { name: "how", world: "asking", show: at("/how") },
  { name: "blocks", world: "asking", show: at("/how/blocks") },
  { name: "privacy", world: "asking", show: at("/privacy") },
  { name: "bot", world: "asking", show: at("/bot") },
  { name: "remove", world: "asking", show: at("/remove") },
  { name: "busy", world: "asking", show: plain(429, { retryAfter: 120 }) },
  { name: "busy-for-a-form", world: "asking", show: plain(429, { retryAfter: 120, sent: true }) },
  { name: "busy-for-a-press", world: "asking", show: oneTooMany },
  { name: "broken", world: "asking", show: plain(500) },
  { name: "broken-for-a-form", world: "asking", show: plain(500, { sent: true }) },
  { name: "broken-part", world: "asking", show: brokenPart, broken: true },
  { name: "broken-frame", world: "asking", show: brokenFrame, broken: true },
  { name: "not-available", world: "asking", show: plain(503) },
  { name: "words-alone", world: "asking", show: at("/api/nowhere") },
];

async function mistake(page: Page, house: House): Promise<void> {
  await page.goto(house.url);
  await page.getByLabel("Old address").fill("alice");
  await page.getByRole("button", { name: "Check my followers" }).click();
  await page.locator("[aria-invalid=true]").first().waitFor();
}

/** A server that accepts a connection and says nothing keeps the first check at work for its whole deadline. */
async function running(page: Page, house: House): Promise<void> {
  await enter(page, house, await checkOnce(house, { old: oldIn(house) }, ["running"]));
}

const stuck = (house: House) => checkOnce(house, { old: oldIn(house) }, ["waiting"]);

async function waiting(page: Page, house: House): Promise<void> {
  await enter(page, house, await stuck(house));
}

/** One server never answers, so it is stopped before its end. */
async function cancelled(page: Page, house: House): Promise<void> {
  const opened = await checkOnce(house, { old: oldIn(house), before: { count: 130 } }, ["running"]);
  await call(house, opened, "/cancel", { method: "POST" });
  await enter(page, house, opened);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("You stopped the check");
}

async function failed(page: Page, house: House): Promise<void> {
  await enter(page, house, await checkOnce(house, { old: house.named("nobody@old.test") }, ["failed"]));
}

async function withSnapshot(page: Page, house: House): Promise<void> {
  const handles = house.world.truth.followers.map(({ acct }) => acct);
  const before = { kind: "snapshot", handles, count: handles.length, takenAt: "2026-11-01T00:00:00Z" };
  await enter(page, house, await checkOnce(house, { old: oldIn(house), before }));
}

async function opened(page: Page, house: House): Promise<void> {
  await done()(page, house);
  await page.locator(".cause summary").first().click();
  await page.locator(".cause--group > summary").first().click();
}

async function personOpened(page: Page, house: House): Promise<void> {
  await done("/followers")(page, house);
  await page.locator("[data-acct] summary").first().click();
}

async function letters(page: Page, house: House): Promise<void> {
  await done("/messages")(page, house);
  const letter = page.locator("details").filter({ hasText: /@/ }).last();
  await letter.locator("summary").first().click();
}

async function ownShare(page: Page, house: House): Promise<void> {
  const opened = await checkOnce(house, { old: oldIn(house) });
  await shareOf(house, opened);
  await enter(page, house, opened, "/share");
}

async function share(page: Page, house: House): Promise<void> {
  await page.goto(await shareOf(house, await checkOnce(house, { old: oldIn(house) })));
}

function shareAnswer(server: string) {
  return async (page: Page, house: House): Promise<void> => {
    await share(page, house);
    await page.getByLabel("Where is your account?").fill(house.named(server));
    await page.getByRole("button", { name: "Follow", exact: true }).click();
    await page.locator("#says, [aria-invalid=true]").first().waitFor();
  };
}

async function noKey(page: Page, house: House): Promise<void> {
  const { id } = await checkOnce(house, { old: oldIn(house) });
  await page.goto(`${house.url}/check/${id}`);
}
