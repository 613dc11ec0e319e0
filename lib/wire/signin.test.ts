import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signInTo, untilEnded } from "#testing/signin/sign-in.ts";
import { openTestApp, type TestApp } from "#testing/wire/test-app.ts";
import type { Scenario } from "#world/make/scenario.ts";

const names = (count: number, name = "p") => Array.from({ length: count }, (_, n) => `${name}${n}`);

/** The new server suspends one server and shows it to nobody; its account is locked, and both lists are hidden. */
const SHUT: Scenario = {
  name: "signed in",
  about: "What only the owner of the new account can see.",
  old: { at: "alice@old.test" },
  target: { at: "alice@new.test", locked: true, hidesLists: true },
  newIsBusy: false,
  servers: {
    "new.test": { blocks: { "shut.test": "suspend" }, peers: false },
    "open.test": {},
    "shut.test": {},
  },
  followers: { "open.test": names(5), "shut.test": names(3, "s"), "new.test": ["own"] },
};

describe("a token of the new account", () => {
  let ground: TestApp;
  beforeAll(async () => {
    ground = await openTestApp(SHUT);
  });
  afterAll(() => ground.close());

  it("names who waits, reads the hidden list, and tells whom the new server shuts out", async () => {
    const { app, world } = ground;
    const handles = world.truth.followers.map(({ acct }) => acct);
    const made = await app.checks.create({
      mode: "moved",
      old: "@alice@old.test",
      before: { kind: "snapshot", handles },
    });
    if (!made.ok) throw new Error("not made");
    const { id, key } = made.created;
    await untilEnded(app, id);
    const before = await app.checks.report(id, key, { followers: "inline" });
    expect(before?.counts.byCause).toEqual({ unknown: 9 });
    const { came } = await signInTo(ground, { id, key }, { side: "new", user: "alice" });
    expect(came).toMatchObject({ end: "in", side: "new", acct: "alice@new.test" });
    await untilEnded(app, id);
    const after = await app.checks.report(id, key, { followers: "inline" });
    expect(after?.counts.byCause).toEqual({ here: 1, "waiting-for-approval": 5, "blocked-by-new-server": 3 });
    const told = (server: string) => after?.followers?.find((one) => one.server === server);
    expect(told("open.test")).toMatchObject({ certainty: "proven", reach: "waits" });
    expect(told("shut.test")).toMatchObject({ certainty: "likely", reach: "blocked" });
    expect((await app.checks.state(id, key))?.proof.state).toBe("proven");
  });
});
