import { expect, it } from "vitest";
import { signInTo, untilEnded } from "#testing/signin/sign-in.ts";
import { openTestApp } from "#testing/wire/test-app.ts";
import type { Scenario, ServerSpec } from "#world/make/scenario.ts";

/** A server that tells its members alone whom it blocks, and one of these is let in all the same. */
const membersOnly = (target: ServerSpec): Scenario => ({
  name: "for members",
  about: "The new server shows its list of blocks to its own people.",
  old: { at: "alice@old.test" },
  target: { at: "alice@new.test" },
  newIsBusy: false,
  servers: {
    "new.test": { ...target, blocks: { "shut.test": "suspend", "kept.test": "suspend" }, peers: false },
    // Where that one is let in, its person stays away because the notice of the move never arrived.
    "kept.test": target.allows ? { mishap: "given-up" } : {},
  },
  followers: { "shut.test": ["sue"], "kept.test": ["kim"], "fine.test": ["fay"] },
});

/** Who is said to be turned away by the new server, before and after its owner signs in, and who is. */
async function turnedAway(scenario: Scenario) {
  const house = await openTestApp(scenario);
  const { app, world } = house;
  const before = { kind: "snapshot" as const, handles: world.truth.followers.map(({ acct }) => acct) };
  const made = await app.checks.create({ mode: "moved", old: "@alice@old.test", new: "@alice@new.test", before });
  if (!made.ok) throw new Error("not made");
  const { id, key } = made.created;
  const said = async () => {
    await untilEnded(app, id);
    const report = await app.checks.report(id, key, { followers: "inline" });
    const followers = report?.followers ?? [];
    return followers.flatMap(({ acct, cause }) => (cause === "blocked-by-new-server" ? [acct] : [])).sort();
  };
  const first = await said();
  await signInTo(house, { id, key }, { side: "new", user: "alice" });
  const after = await said();
  const asked = (await app.checks.state(id, key))?.signIns?.at(-1)?.asked;
  const truths = [...world.truth.followers].sort((one, other) => one.acct.localeCompare(other.acct));
  const truly = truths.flatMap(({ acct, cause }) => (cause === "blocked-by-new-server" ? [acct] : []));
  await house.close();
  return { first, after, truly, asked };
}

it.each<[string, ServerSpec, readonly string[]]>([
  ["Mastodon", { list: "users" }, ["kim@kept.test", "sue@shut.test"]],
  ["glitch-soc", { list: "users", version: "4.6.5+glitch" }, ["kim@kept.test", "sue@shut.test"]],
  ["GoToSocial", { software: "gotosocial", allows: ["kept.test"] }, ["sue@shut.test"]],
  // Strangers see the block there, and its owner the allow beside it.
  ["GoToSocial", { software: "gotosocial", allows: ["kept.test"], list: "public" }, ["sue@shut.test"]],
])("%s (%o) tells its owner whom it turns away, and an allow beats a block", async (_, server, expected) => {
  const { first, after, truly, asked } = await turnedAway(membersOnly(server));
  expect(truly).toEqual(expected);
  expect(after).toEqual(expected);
  expect(first).not.toEqual(expected);
  if (server.list !== "public") expect(asked).toMatchObject({ blocks: 1 });
});
