import { expect, it } from "vitest";
import { checkedMove, comeBack, type Made, signInTo, untilEnded } from "#testing/signin/sign-in.ts";
import { visitorOf } from "#testing/signin/visitor.ts";
import { openTestApp, type TestApp } from "#testing/wire/test-app.ts";
import type { Scenario } from "#world/make/scenario.ts";
import type { SoftwareName } from "#world/software/names.ts";

/** Three runs of a check each, on a machine that may be full. */
const PATIENCE_MS = 120_000;

/** More than a page of Akkoma and Iceshrimp.NET, and fewer than Pixelfed's only one. */
const WAITING = Array.from({ length: 45 }, (_, n) => `p${n}`);
const BLOCKED = ["bea@near.test", "gus@gts.test"];

/** A locked account on each software, which blocks two people and, where it can, a server. */
const homeOn = (software: SoftwareName): Scenario => ({
  name: `waited for on ${software}`,
  about: "Everybody waits for the owner's yes but those whom the owner blocks.",
  old: { at: "alice@old.test" },
  target: { at: "alice@new.test", locked: true, blocks: ["far.test", ...BLOCKED] },
  newIsBusy: false,
  servers: { "new.test": { software }, "gts.test": { software: "gotosocial" } },
  followers: { "near.test": ["bea", ...WAITING], "far.test": ["fay", "finn"], "gts.test": ["gus", "gina"] },
});

const checked = (house: TestApp) => checkedMove(house, "@alice@new.test");

const reportOf = async ({ app }: TestApp, { id, key }: Made) => {
  const report = await app.checks.report(id, key, { followers: "inline" });
  return new Map((report?.followers ?? []).map((one) => [one.acct, one]));
};
const lastSignIn = async ({ app }: TestApp, { id, key }: Made) => (await app.checks.state(id, key))?.signIns?.at(-1);

/** `servers`: the names of servers that the owner is told of, and how sure it is that the block keeps people out. */
type Way = { readonly servers: readonly string[]; readonly certainty?: "likely"; readonly byHand?: true };
const NO_SERVERS: Way = { servers: [] };
const WAYS: readonly (readonly [SoftwareName, Way])[] = [
  ["mastodon", { servers: ["far.test"] }],
  ["gotosocial", NO_SERVERS],
  ["akkoma", { servers: ["far.test"], certainty: "likely" }],
  ["pleroma", { servers: ["far.test"], certainty: "likely" }],
  ["misskey", NO_SERVERS],
  ["sharkey", NO_SERVERS],
  ["pixelfed", { servers: ["far.test"] }],
  ["hollo", NO_SERVERS],
  ["iceshrimp.net", NO_SERVERS],
  ["friendica", { ...NO_SERVERS, byHand: true }],
];

/** What they do differently from each other; the others are like one of these. */
const SAMPLE: ReadonlySet<SoftwareName> = new Set(["akkoma", "misskey", "pixelfed"]);
const isTaken = ([software]: readonly [SoftwareName, unknown]): boolean =>
  process.env.PROVE !== undefined || SAMPLE.has(software);

it.each(WAYS.filter(isTaken))(
  "on %s the owner sees the own blocks and lets those in who wait",
  async (software, way) => {
    const house = await openTestApp(homeOn(software));
    const { app, world } = house;
    const check = await checked(house);
    const { id, key } = check;

    // Without the tick nothing of it is asked, though the rights of some are so coarse that it could be.
    expect((await signInTo(house, check, { side: "new", user: "alice" })).came).toMatchObject({ end: "in" });
    await untilEnded(app, id);
    const asked = () => world.requests.filter(({ path }) => /\/(blocks|domain_blocks|blocking\/list)\b/.test(path));
    expect(asked().filter(({ path }) => !path.includes("/instance/"))).toEqual([]);
    const truths = world.truth.followers;
    const saidFirst = await reportOf(house, check);
    const waiting = truths.filter(({ cause }) => cause === "waiting-for-approval").map(({ acct }) => acct);
    expect(waiting.length).toBeGreaterThanOrEqual(WAITING.length);
    expect(waiting.filter((acct) => saidFirst.get(acct)?.cause !== "waiting-for-approval")).toEqual([]);

    await signInTo(house, check, { side: "new", user: "alice", ticks: ["blocks"] });
    await untilEnded(app, id);
    const { certainty = "proven" } = way;
    expect((await lastSignIn(house, check))?.own).toEqual({
      ...{ domains: way.servers, people: BLOCKED, cuts: [] },
      ...(certainty === "likely" ? { maySpare: true } : {}),
    });
    const said = await reportOf(house, check);
    const isOwn = (cause: string | null | undefined) => cause?.startsWith("you-block") === true;
    expect(truths.filter(({ cause }) => isOwn(cause)).length).toBeGreaterThanOrEqual(BLOCKED.length);
    for (const { acct, cause } of truths) {
      const one = said.get(acct);
      expect([acct, isOwn(one?.cause) ? one?.cause : "-"]).toEqual([acct, isOwn(cause) ? cause : "-"]);
      if (isOwn(cause)) expect([acct, one?.certainty]).toEqual([acct, certainty]);
    }

    const offered = await app.signIns.waiting(id, key, "");
    expect(offered).toMatchObject({ total: waiting.length, all: waiting.length });
    expect(offered?.byHand ?? null).toBe(way.byHand ? "by-hand-alone" : null);
    const begun = await app.signIns.beginLetIn(id, key);
    if (way.byHand) expect(begun).toEqual({ ok: false, why: "by-hand-alone" });
    else await letIn(house, check, begun, waiting);
    await house.close();
  },
  PATIENCE_MS,
);

type Begun = Awaited<ReturnType<TestApp["app"]["signIns"]["beginLetIn"]>>;

async function letIn(house: TestApp, check: Made, begun: Begun, waiting: readonly string[]): Promise<void> {
  const { app, world } = house;
  if (begun === null || typeof begun === "string" || !begun.ok) throw new Error(JSON.stringify(begun));
  // One takes it back after the names were shown.
  const gone = world.state.people.find(({ user, atNew }) => user === "p7" && atNew === "requested");
  if (gone) gone.atNew = "no";
  const arrived = await visitorOf(world).go(begun.url, "alice");
  if (!("back" in arrived)) throw new Error(arrived.page);
  expect(await comeBack(app, arrived, begun.cookie)).toMatchObject({ end: "in", use: "let-in" });
  await untilEnded(app, check.id);
  await expect.poll(async () => (await lastSignIn(house, check))?.droppedAt).toBeDefined();
  const wanted = waiting.length;
  expect((await lastSignIn(house, check))?.letIn).toEqual({ wanted, in: wanted - 1, gone: 1, end: "done" });
  const said = await reportOf(house, check);
  const stays = waiting.filter((acct) => !acct.startsWith("p7@"));
  expect(stays.filter((acct) => said.get(acct)?.cause !== "here")).toEqual([]);
  expect(world.state.people.filter(({ atNew }) => atNew === "requested")).toEqual([]);
  // Each of them was asked for once.
  const acts = world.requests.filter(({ path }) => /follow_requests\/[^/]+\/authorize$|requests\/accept$/.test(path));
  expect(acts).toHaveLength(wanted - 1);
}

/** Where actors live on another host than the one in handles, and a star stands before a name. */
const SPLIT = (software: SoftwareName): Scenario => ({
  ...homeOn(software),
  target: {
    ...{ at: "alice@new.test", follows: ["cleo@plain.test"] },
    blocks: ["social.split.test", "handles.test", "*.starred.test", "plain.test"],
  },
  servers: {
    "new.test": { software },
    "split.test": { web: "social.split.test" },
    "handles.test": { web: "www.handles.test" },
    "a.starred.test": {},
  },
  followers: {
    "split.test": ["sam"],
    "handles.test": ["hal"],
    "a.starred.test": ["amy"],
    "plain.test": ["pam", "cleo"],
  },
});

const NAMED: readonly (readonly [SoftwareName, readonly string[]])[] = [
  ["mastodon", ["handles.test", "plain.test"]],
  ["akkoma", ["plain.test", "split.test"]],
  ["pleroma", ["a.starred.test", "plain.test", "split.test"]],
];
it.each(NAMED.filter(([software]) => process.env.PROVE || software === "pleroma"))(
  "on %s a block of a server is held against the name that this software compares",
  async (software, domains) => {
    const house = await openTestApp(SPLIT(software));
    const check = await checked(house);
    await signInTo(house, check, { side: "new", user: "alice", ticks: ["blocks"] });
    await untilEnded(house.app, check.id);
    expect((await lastSignIn(house, check))?.own?.domains).toEqual(domains);
    const said = await reportOf(house, check);
    const told = [...said.values()].filter(({ cause }) => cause?.startsWith("you-block")).map(({ acct }) => acct);
    const { followers } = house.world.truth;
    expect(told.sort()).toEqual(
      followers
        .filter(({ cause }) => cause.startsWith("you-block"))
        .map(({ acct }) => acct)
        .sort(),
    );
    await house.close();
  },
  PATIENCE_MS,
);
