import { expect, type Page } from "@playwright/test";
import type { Scenario } from "#world/make/scenario.ts";
import { SCENARIOS } from "#world/scenarios/index.ts";
import { ASKING } from "../pages/asking.ts";
import { checkOnce, enter, shareOf } from "../states/checks.ts";
import { OWNER_WAITS_MS } from "../states/waits.ts";
import { onStreet, type Street } from "../street.ts";

/** A server that accepts a connection and says nothing keeps the first check of its world at work for seconds. */
const silent: Scenario = {
  ...ASKING,
  name: "silent",
  servers: { ...ASKING.servers, "still.test": { fault: "black-hole" } },
  followers: { ...ASKING.followers, "still.test": ["stu"] },
};

/** Names as long as some really are: what fits with short ones may be cut off with these. */
const LONG = "a-server-with-a-rather-long-name.community.test";
const LONGER = "another-server-with-a-rather-long-name.community.test";
const MOVED = "somebody_who_moved_on_as_well";
const long: Scenario = {
  ...ASKING,
  name: "long",
  servers: { ...ASKING.servers, [LONG]: { list: "public", blocks: { "old.test": "suspend" } } },
  followers: {
    ...ASKING.followers,
    [LONG]: ["somebody_with_quite_a_long_name", "ed", "eve", "ewa", "eli"],
    "near.test": [...(ASKING.followers["near.test"] ?? []), { user: "gus", ghost: true }],
    "far.test": [...(ASKING.followers["far.test"] ?? []), { user: "mo", movedTo: `${MOVED}@${LONGER}` }],
  },
  others: { [LONGER]: [{ user: MOVED, aliases: ["mo@far.test"] }] },
};

/** Its mover follows two of those who are missing, and some of the others went quiet. */
const followed: Scenario = {
  ...ASKING,
  name: "followed",
  target: { ...ASKING.target, follows: ["sofia@shut.test", "tom@tube.test"] },
  followers: {
    ...ASKING.followers,
    "tube.test": [{ user: "tilda", lastPostDaysAgo: 400 }, { user: "tessa", lastPostDaysAgo: 60 }, "tom"],
    "far.test": [{ user: "fay", lastPostDaysAgo: 500 }, "fee", "finn", "flo", "fox", "fred", "fritz"],
    "shut.test": ["sam", { user: "sofia", lastPostDaysAgo: 900 }],
  },
};

const WORLDS = {
  asking: ASKING,
  followed,
  long,
  watched: silent,
  typed: silent,
  unscripted: silent,
  held: silent,
  good: SCENARIOS["smooth-move"],
  notMade: SCENARIOS["move-not-started"],
  hidden: SCENARIOS["both-lists-hidden"],
} as const satisfies Readonly<Record<string, Scenario>>;
export type WorldName = keyof typeof WORLDS;

/** Until a check has ended, on a busy machine. */
export const ARRIVAL = { timeout: OWNER_WAITS_MS };

const OLD = "alice@old.test";

export const test = onStreet(WORLDS);

export const oldIn = (street: Street, world: WorldName): string => street.named(world, OLD);

/** A part of a finished check, as its owner sees it. */
export const visit = async (page: Page, street: Street, world: WorldName, part = ""): Promise<void> =>
  enter(page, street, await checkOnce(street, { old: oldIn(street, world) }), part);

/** Pages for followers are made in this one world, so that all others stand before. */
const SHARING: WorldName = "asking";
const makePage = async (street: Street): Promise<string> =>
  shareOf(street, await checkOnce(street, { old: oldIn(street, SHARING) }));

/** The page as followers see it. */
export const visitShared = async (page: Page, street: Street): Promise<unknown> => page.goto(await makePage(street));

/** Where its owner hands it on. */
export async function visitMade(page: Page, street: Street): Promise<void> {
  await makePage(street);
  await visit(page, street, SHARING, "/share");
}

/** One button goes through the three themes, and its words say which one is on. */
export async function chooseDark(page: Page): Promise<void> {
  const button = page.getByRole("button", { name: /^(Same as my device|Theme: )/ });
  await expect(button).toHaveText("Same as my device");
  await button.click();
  await expect(button).toHaveText("Theme: light");
  await button.click();
  await expect(button).toHaveText("Theme: dark");
}
