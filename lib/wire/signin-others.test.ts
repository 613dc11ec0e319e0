import { expect, it } from "vitest";
import { checkedMove, type Made, signInTo, untilEnded } from "#testing/signin/sign-in.ts";
import { openTestApp, type TestApp } from "#testing/wire/test-app.ts";
import type { Scenario } from "#world/make/scenario.ts";
import type { SoftwareName } from "#world/software/names.ts";
import { deskOf } from "#world/software/oauth/desk.ts";

/** Servers that go about signing in in ways of their own. */
const homeOn = (software: SoftwareName): Scenario => ({
  name: `home on ${software}`,
  about: "The new account lives on software with ways of its own to let apps in.",
  old: { at: "alice@old.test" },
  target: { at: "alice@new.test", hidesLists: true },
  servers: { "new.test": { software } },
  followers: { "far.test": ["fay", "finn"] },
});

const checked = (house: TestApp) => checkedMove(house, "@alice@new.test");

/** Its permission stays for as long as its owner wants; that of a check of a move is given back when it is done. */
async function planThatKeeps(house: TestApp): Promise<Made> {
  const { app } = house;
  const made = await app.checks.create({ mode: "planned", old: "@alice@new.test", candidates: ["far.test"] });
  if (!made.ok) throw new Error("not made");
  await untilEnded(app, made.created.id);
  await signInTo(house, made.created, { side: "old", user: "alice", ticks: ["keep"] });
  await untilEnded(app, made.created.id);
  return made.created;
}

const liveIn = ({ world }: TestApp) =>
  [...deskOf(world.state).tokens.values()].filter((one) => one.account && !one.revoked);

it.each<[SoftwareName, readonly string[], { readonly revokes: boolean; readonly coarse: boolean }]>([
  ["pixelfed", ["read"], { revokes: false, coarse: true }],
  ["friendica", ["read"], { revokes: true, coarse: true }],
  ["iceshrimp.net", ["read:accounts", "read:follows"], { revokes: true, coarse: false }],
])(
  "is let in by %s, promises what that keeps, and says what became of the permission",
  async (software, rights, offer) => {
    const house = await openTestApp(homeOn(software));
    const { app } = house;
    const { id, key } = await checked(house);
    const offered = (await app.signIns.offers(id, key))?.find(({ side }) => side === "new");
    expect(offered).toMatchObject({ rights, ...offer });
    const { came } = await signInTo(house, { id, key }, { side: "new", user: "alice" });
    expect(came).toMatchObject({ end: "in", acct: "alice@new.test", rights });
    await untilEnded(app, id);
    const row = async () => (await app.checks.state(id, key))?.signIns?.at(-1);
    await expect.poll(async () => (await row())?.droppedAt).toBeDefined();
    expect((await row())?.revoked ?? false).toBe(offer.revokes);
    expect((await app.checks.state(id, key))?.proof.state).toBe("proven");
    expect(liveIn(house)).toHaveLength(offer.revokes ? 0 : 1);
    await house.close();
  },
);

it.each<SoftwareName>(["iceshrimp.net", "pixelfed"])("reads the owner's hidden list on %s", async (software) => {
  const house = await openTestApp(homeOn(software));
  const { app } = house;
  const { id, key } = await checked(house);
  const counted = async () => (await app.checks.report(id, key, { followers: "none" }))?.counts;
  expect(await counted()).toMatchObject({ newList: null });
  await signInTo(house, { id, key }, { side: "new", user: "alice" });
  await untilEnded(app, id);
  expect(await counted()).toMatchObject({ newList: 2, here: 2 });
  await house.close();
});

it("leaves others their permission on Friendica, where one that is given back takes all of them along", async () => {
  const house = await openTestApp(homeOn("friendica"));
  const { app } = house;
  const plan = await planThatKeeps(house);
  const { id, key } = await checked(house);
  expect((await signInTo(house, { id, key }, { side: "new", user: "alice" })).came).toMatchObject({ end: "in" });
  await untilEnded(app, id);
  const row = async () => (await app.checks.state(id, key))?.signIns?.at(-1);
  await expect.poll(async () => (await row())?.droppedAt).toBeDefined();
  expect((await row())?.revoked ?? false).toBe(false);
  expect(liveIn(house)).toHaveLength(2);
  expect(await app.signIns.leave(plan.id, plan.key)).toBe(true);
  expect(liveIn(house)).toEqual([]);
  await house.close();
});

it("gives somebody else's permission back on Friendica, unless another one there would go with it", async () => {
  const home = homeOn("friendica");
  const house = await openTestApp({ ...home, followers: { ...home.followers, "new.test": ["mallory"] } });
  const { app } = house;
  const { id, key } = await checked(house);
  const comesBack = async () => (await signInTo(house, { id, key }, { side: "new", user: "mallory" })).came;
  expect(await comesBack()).toMatchObject({ end: "other-account" });
  expect(liveIn(house)).toEqual([]);
  const plan = await planThatKeeps(house);
  expect(await comesBack()).toMatchObject({ end: "other-account" });
  expect(liveIn(house)).toHaveLength(2);
  expect(await app.signIns.leave(plan.id, plan.key)).toBe(true);
  expect(liveIn(house)).toEqual([]);
  await house.close();
});

it("is told of a no, and of a right that Pixelfed does not have, as refusals", async () => {
  const house = await openTestApp(homeOn("pixelfed"));
  const { id, key } = await checked(house);
  expect((await signInTo(house, { id, key }, { side: "new", user: "alice", decision: "deny" })).came).toMatchObject({
    end: "denied",
  });
  await house.close();
});
