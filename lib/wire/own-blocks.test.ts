import { expect, it } from "vitest";
import { checkedMove, signInTo, untilEnded } from "#testing/signin/sign-in.ts";
import { openTestApp, type TestApp } from "#testing/wire/test-app.ts";
import { ownerBlocks } from "#world/scenarios/owner-blocks.ts";

const NOBODY_ELSES = /^(unknown|unexplained|accepted-not-done)$/;

/** A check with everybody who followed before the move, and what it says of each by now. */
async function checked(house: TestApp) {
  const { app } = house;
  const { id, key } = await checkedMove(house);
  const told = async () => {
    const report = await app.checks.report(id, key, { followers: "inline" });
    return new Map((report?.followers ?? []).map((one) => [one.acct, one]));
  };
  return { id, key, told };
}

it("says of whom the owner blocks himself that he does, once he lets that be read, and nothing of it before", async () => {
  const house = await openTestApp(ownerBlocks);
  const { app, world } = house;
  const { id, key, told } = await checked(house);
  const missing = world.truth.followers.filter(({ cause }) => cause.startsWith("you-block"));
  expect(missing).toHaveLength(4);
  const saidBefore = await told();
  for (const { acct } of missing) {
    expect(saidBefore.get(acct)?.cause).toMatch(NOBODY_ELSES);
    expect(saidBefore.get(acct)?.certainty).not.toBe("proven");
  }
  await signInTo(house, { id, key }, { side: "new", user: "alice", ticks: [] });
  await untilEnded(app, id);
  expect([...(await told()).values()].filter(({ cause }) => cause?.startsWith("you-block"))).toEqual([]);
  await signInTo(house, { id, key }, { side: "new", user: "alice", ticks: ["blocks"] });
  await untilEnded(app, id);
  const said = await told();
  expect(missing.map(({ acct }) => [acct, said.get(acct)?.cause])).toEqual(
    missing.map(({ acct, cause }) => [acct, cause]),
  );
  expect(missing.map(({ acct }) => said.get(acct)?.certainty)).toEqual(missing.map(() => "proven"));
  expect(missing.map(({ acct }) => said.get(acct)?.reach)).toEqual(missing.map(() => "blocked"));
  expect(["nils@near.test", "gina@gts.test"].map((acct) => said.get(acct)?.cause)).toEqual(["here", "here"]);
  const facts = (await app.checks.report(id, key, { followers: "none" }))?.servers.flatMap(({ facts }) => facts);
  expect(JSON.stringify(facts?.filter(({ fact }) => fact === "byTarget.own"))).not.toContain("nora@");

  // Lifted, it takes a new follow, and nobody says any more that the owner blocks them.
  world.happen({ do: "owner-unblocks", name: "far.test" });
  world.happen({ do: "follow-new", who: "fred@far.test" });
  await signInTo(house, { id, key }, { side: "new", user: "alice", ticks: ["blocks"] });
  await untilEnded(app, id);
  const after = await told();
  expect(after.get("fiona@far.test")?.cause).not.toMatch(/^you-block/);
  expect(after.get("nora@near.test")?.cause).toBe("you-block-them");

  // Who signs in without it the next time is not told for certain what held at the time before.
  world.happen({ do: "owner-unblocks", name: "nora@near.test" });
  await signInTo(house, { id, key }, { side: "new", user: "alice", ticks: [] });
  await untilEnded(app, id);
  expect([...(await told()).values()].filter(({ cause }) => cause?.startsWith("you-block"))).toEqual([]);
  await house.close();
});
