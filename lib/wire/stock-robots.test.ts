import { afterEach, expect, it } from "vitest";
import { openTestApp, type TestApp } from "#testing/wire/test-app.ts";
import type { Scenario } from "#world/make/scenario.ts";
import type { SoftwareName } from "#world/software/names.ts";

const PATIENCE = 60_000;

let house: TestApp | undefined;
afterEach(() => house?.close());

type Pair = readonly [old: SoftwareName, fresh: SoftwareName];

const moveOn = ([old, fresh]: Pair): Scenario => ({
  name: "stock-robots",
  about: "Each of the two accounts is on a server with the robots.txt that its software ships.",
  old: { at: "alice@old.test" },
  target: { at: "alice@new.test" },
  servers: {
    "old.test": { software: old },
    "new.test": { software: fresh },
    "far.test": { blocks: { "new.test": "suspend" } },
  },
  followers: { "near.test": ["nils", "nele"], "far.test": ["fred"] },
});

/** All that show their lists to strangers, or to those who sign. */
const SHOWING: readonly SoftwareName[] = [
  ...(["mastodon", "gotosocial", "misskey", "cherrypick", "sharkey"] as const),
  ...(["pleroma", "akkoma", "hollo"] as const),
];
const MIXED: readonly Pair[] = [
  ["mastodon", "gotosocial"],
  ["misskey", "mastodon"],
  ["akkoma", "hollo"],
];

/** One that anybody may read and one that wants signatures; `npm run prove` takes them all. */
const SAMPLE: readonly Pair[] = [
  ["mastodon", "mastodon"],
  ["gotosocial", "gotosocial"],
];
const ALL: readonly Pair[] = [...SHOWING.map((one): Pair => [one, one]), ...MIXED];

it.each((process.env.PROVE ? ALL : SAMPLE).map((pair) => [pair.join(" to "), pair] as const))(
  "names the people of a move from %s, as both are shipped",
  async (_, pair) => {
    house = await openTestApp(moveOn(pair), { publicUrl: "https://house.test" });
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
