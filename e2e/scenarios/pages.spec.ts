import { expect, type Page, test } from "@playwright/test";
import type { Scenario } from "#world/make/scenario.ts";
import { SCENARIOS } from "#world/scenarios/index.ts";
import type { World } from "#world/start.ts";
import { checkOnce, enter, type Opened } from "../states/checks.ts";
import { OWNER_WAITS_MS } from "../states/waits.ts";
import { openStreet, type Street } from "../street.ts";
import { EXPECTED, type Expected } from "./expected.ts";

type Name = keyof typeof EXPECTED;
/** All of them take minutes on a busy machine: a sample gives every sixth its turn, the proof takes all. */
const EACH = process.env.PROVE ? 1 : 6;
const NAMES = (Object.keys(EXPECTED) as Name[]).filter((_, turn) => turn % EACH === 0);
/** Found by exclusion or not at all: here a page may say less than the truth, and in other words. */
const WITHOUT_SIGHT = ["unknown", "notice-lost", "accepted-not-done", "unexplained", "still-arriving"];

// One after the other in one worker: they share a street.
test.describe.configure({ mode: "default", timeout: OWNER_WAITS_MS });
let street: Street;
const checks = new Map<Name, Promise<Opened>>();

test.beforeAll(async () => {
  street = await openStreet(Object.fromEntries(NAMES.map((name) => [name, SCENARIOS[name]])));
  for (const name of NAMES) {
    const check = checkOnce(street, typedIn(name, SCENARIOS[name]));
    check.catch(() => undefined); // told by the test that waits for it
    checks.set(name, check);
  }
});
test.afterAll(() => street.close());

function typedIn(name: Name, { typed, old, target }: Scenario) {
  const { before } = EXPECTED[name];
  const say = (address: string) => street.named(name, address);
  const pair = typed ?? { old: old.at, new: target.at };
  return {
    old: say(pair.old),
    ...(pair.new ? { new: say(pair.new) } : {}),
    ...(before === undefined ? {} : { before: before === "list" ? listOf(name) : { count: before } }),
  };
}

const listOf = (name: Name) => ({
  kind: "snapshot",
  handles: street.worlds.get(name)?.truth.followers.map(({ acct }) => acct) ?? [],
});

for (const name of NAMES)
  test(`${name} has the right headline, warnings, actions and groups`, async ({ page }) => {
    const expected = EXPECTED[name];
    const world = street.worlds.get(name);
    const check = await checks.get(name);
    if (!world || !check) throw new Error(`${name} is not on this street`);
    await enter(page, street, check);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(headingOf(expected, world));
    await expect(page.locator("[aria-label='About the move'] h2")).toHaveText(expected.banner ?? []);
    await expect(page.locator("[aria-label='More about the move'] h2")).toHaveText(expected.more ?? []);
    expect(await namesIn(page, "data-action")).toEqual(expected.actions ?? []);
    expect(seen(await groupsOn(page))).toEqual(seen(expected.groups ?? {}));
    await expectNumbers(page, expected, world, SCENARIOS[name]);
    expect(world.canaryHits()).toBe(0);
  });

type Groups = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** What rests on an answer, with its group and number; all else is one sum, for one silent answer decides among it. */
function seen(groups: Groups): Readonly<Record<string, number>> {
  const tally: Record<string, number> = {};
  for (const [group, causes] of Object.entries(groups))
    for (const [cause, people] of Object.entries(causes)) {
      const name = WITHOUT_SIGHT.includes(cause) ? "without sight" : `${group}: ${cause}`;
      tally[name] = (tally[name] ?? 0) + people;
    }
  return tally;
}

/** Her server names nobody it talks with: from outside it looks like one that has not named the new server. */
const LOOKS_ALIKE = "closed-federation";

test("no expectation blames what did not happen", () => {
  for (const name of NAMES.filter((one) => one !== LOOKS_ALIKE)) {
    const { followers = [] } = street.worlds.get(name)?.truth ?? {};
    for (const [cause, people] of Object.values(EXPECTED[name].groups ?? {}).flatMap(Object.entries))
      if (!WITHOUT_SIGHT.includes(cause))
        expect
          .soft(people, `${name}: ${cause}`)
          .toBeLessThanOrEqual(followers.filter(({ holds }) => holds.includes(cause)).length);
  }
});

function headingOf({ heading }: Expected, { truth }: World): RegExp {
  if (heading !== "still") return heading;
  const { length } = truth.followers.filter(
    ({ position, cause }) => position === "old-only" && !cause.startsWith("here"),
  );
  return new RegExp(
    length === 1 ? "^(At least )?1 follower hasn’t" : `^(At least )?${length} followers haven’t come along`,
  );
}

/** The second and the third number, where they can be known. */
async function expectNumbers(page: Page, expected: Expected, { truth }: World, scenario: Scenario): Promise<void> {
  if (expected.neither)
    await expect(page.getByText(new RegExp(`About ${expected.neither} are on neither list`))).toBeVisible();
  if (expected.newListRead === false) return expect(page.getByText(/follows? your new account\b/)).toHaveCount(0);
  if (expected.heading !== "still") return;
  const newcomers = Object.values(scenario.newcomers ?? {}).flat().length;
  const there = truth.followers.filter(({ cause }) => cause.startsWith("here")).length + newcomers;
  await expect(page.getByText(new RegExp(`${there} follow${there === 1 ? "s" : ""} your new account`))).toBeVisible();
}

const namesIn = (page: Page, attribute: string): Promise<(string | null)[]> =>
  page.locator(`[${attribute}]`).evaluateAll((found, name) => found.map((one) => one.getAttribute(name)), attribute);

/** Each group with its cards and the number on each. */
const groupsOn = (page: Page): Promise<Record<string, Record<string, number>>> =>
  page
    .locator("[data-group]")
    .evaluateAll((groups) =>
      Object.fromEntries(
        groups.map((group) => [
          group.getAttribute("data-group") ?? "",
          Object.fromEntries(
            [...group.querySelectorAll("[data-cause]")].map((card) => [
              card.getAttribute("data-cause") ?? "",
              Number(card.querySelector("summary .num")?.textContent),
            ]),
          ),
        ]),
      ),
    );
