import { afterEach, expect, it } from "vitest";
import { openTestApp, type TestApp } from "#testing/wire/test-app.ts";
import type { Scenario } from "#world/make/scenario.ts";
import type { SoftwareName } from "#world/software/names.ts";

const PATIENCE = 60_000;

let house: TestApp | undefined;
afterEach(() => house?.close());

const moveOn = (software: SoftwareName): Scenario => ({
  name: "stock-robots",
  about: "Both accounts are on servers of one software, each with the robots.txt that it ships.",
  old: { at: "alice@old.test" },
  target: { at: "alice@new.test" },
  servers: {
    "old.test": { software },
    "new.test": { software },
    "far.test": { blocks: { "new.test": "suspend" } },
  },
  followers: { "near.test": ["nils", "nele"], "far.test": ["fred"] },
});

/** All that show their lists to strangers, or to those who sign. */
const SHOWING: readonly SoftwareName[] = [
  "mastodon",
  "gotosocial",
  "misskey",
  "cherrypick",
  "pleroma",
  "akkoma",
  "hollo",
];

/** One that anybody may read and one that wants signatures; `npm run prove` takes them all. */
const SAMPLE: readonly SoftwareName[] = ["mastodon", "gotosocial"];

it.each(process.env.PROVE ? SHOWING : SAMPLE)(
  "names the people of a move between two servers of %s as they are shipped",
  async (software) => {
    house = await openTestApp(moveOn(software), { publicUrl: "https://house.test" });
    const { app } = house;
    const made = await app.checks.create({ mode: "moved", old: "@alice@old.test", new: "@alice@new.test" });
    if (!made.ok) throw new Error(JSON.stringify(made.fields));
    const { id, key } = made.created;
    for await (const event of app.watch(id, 0, AbortSignal.timeout(PATIENCE))) void event;
    const report = await app.checks.report(id, key, { followers: "inline" });
    const named = report?.followers?.map(({ acct, group }) => `${acct} ${group === "here" ? "here" : "missing"}`);
    expect(named).toEqual(["fred@far.test missing"]);
    expect(report?.counts.newList).toBe(2);
  },
  PATIENCE,
);
