import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { look, type Share, shared } from "#testing/signin/looks.ts";
import { openTestApp, type TestApp } from "#testing/wire/test-app.ts";
import type { Scenario } from "#world/make/scenario.ts";

const LOST = { mishap: "given-up" } as const;
/** None of them has met the new server, so that nothing public tells what it would do with it. */
const OTHERS: Scenario = {
  name: "for members of other software",
  about: "Somebody who has an account there is told what no stranger is.",
  old: { at: "alice@old.test" },
  target: { at: "alice@new.test" },
  newIsBusy: false,
  servers: {
    "new.test": { peers: false },
    "mk-shut.test": { software: "misskey", blocks: { "new.test": "suspend" } },
    "mk-named.test": { software: "misskey", limited: true, allows: ["old.test"] },
    "mk-open.test": { software: "misskey", ...LOST },
    "mk-older.test": { software: "misskey", version: "2024.11.0", blocks: { "new.test": "suspend" } },
    "gts-shut.test": { software: "gotosocial", list: "hidden", blocks: { "new.test": "suspend" } },
    "gts-allows.test": {
      ...{ software: "gotosocial", list: "hidden", allowList: "hidden", ...LOST },
      ...{ blocks: { test: "suspend" }, allows: ["new.test"] },
    },
    "gts-open.test": { software: "gotosocial", list: "hidden", ...LOST },
  },
  followers: {
    "mk-shut.test": ["sue"],
    "mk-named.test": ["ned"],
    "mk-open.test": ["mia", "mo", "max"],
    "mk-older.test": ["old"],
    "gts-shut.test": ["gus"],
    "gts-allows.test": ["ada"],
    "gts-open.test": ["gia", "gil", "gem"],
  },
};

describe("a follower has the own server asked", () => {
  let house: TestApp;
  let share: Share;
  beforeAll(async () => {
    house = await openTestApp(OTHERS);
    share = await shared(house);
  });
  afterAll(() => house.close());
  const lookOn = async (server: string, user: string) => (await look(house, share.token, server, user)).result;
  const causeAt = async (server: string) => {
    const report = await house.app.checks.report(share.id, share.key, { followers: "inline" });
    const [one] = report?.followers?.filter((each) => each.server === server) ?? [];
    return [one?.cause, one?.certainty, one?.reach];
  };
  const stands = (user: string, saysNew: "yes" | "requested") => {
    const who = house.world.state.people.find((one) => one.user === user);
    if (who) Object.assign(who, { saysNew, atNew: saysNew });
  };

  it("on Misskey by MiAuth, with one right to read, which no app can give back", async () => {
    const found = await house.app.shares.lookup(share.token, "mk-shut.test");
    expect(found).toMatchObject({ answer: { reach: "unknown", look: { rights: ["read:account"] } } });
    const { begun, result } = await look(house, share.token, "mk-shut.test", "sue");
    const url = new URL(begun.url);
    expect(url.pathname).toMatch(/^\/miauth\//);
    expect(url.searchParams.get("permission")).toBe("read:account");
    expect(result?.look).toMatchObject({ end: "in", by: "word", revoked: false });
    expect(result?.answer).toMatchObject({ reach: "blocked" });
  });

  it("and its owner knows of the block that it had told nobody", async () => {
    expect(await causeAt("mk-shut.test")).toEqual(["new-server-blocked", "proven", "blocked"]);
  });

  it("on a Misskey that talks to named servers alone: that is no block", async () => {
    expect(await lookOn("mk-named.test", "ned")).toMatchObject({ answer: { reach: "blocked" }, look: { by: "word" } });
    expect(await causeAt("mk-named.test")).toEqual(["closed-federation", "proven", "blocked"]);
  });

  it("on an older Misskey, which does not tell why it finds nobody: that says nothing", async () => {
    const result = await lookOn("mk-older.test", "old");
    expect(result?.answer.reach).toBe("unknown");
    expect(result?.look).toEqual({ end: "in", revoked: false });
    expect((await causeAt("mk-older.test"))[0]).not.toBe("new-server-blocked");
  });

  it("on a Misskey that finds the new one, with the own follow", async () => {
    stands("mo", "yes");
    stands("max", "requested");
    const relations = [];
    for (const user of ["mia", "mo", "max"]) relations.push((await lookOn("mk-open.test", user))?.look);
    expect(relations).toMatchObject(["none", "follows", "requested"].map((relation) => ({ by: "look-up", relation })));
  });

  it("on GoToSocial by its list for members and its search, with the own follow", async () => {
    expect(await lookOn("gts-shut.test", "gus")).toMatchObject({
      answer: { reach: "blocked", cause: "new-server-blocked", certainty: "proven" },
      look: { by: "list" },
    });
    stands("gil", "yes");
    stands("gem", "requested");
    const relations = [];
    for (const user of ["gia", "gil", "gem"]) relations.push((await lookOn("gts-open.test", user))?.look);
    expect(relations).toMatchObject(["none", "follows", "requested"].map((relation) => ({ by: "list", relation })));
  });

  it("on a GoToSocial where an allow for members alone beats a row for members alone", async () => {
    expect(await lookOn("gts-allows.test", "ada")).toMatchObject({ look: { by: "look-up", relation: "none" } });
    expect((await causeAt("gts-allows.test"))[0]).not.toBe("new-server-blocked");
    expect((await causeAt("gts-allows.test"))[2]).not.toBe("blocked");
  });

  it("asks nothing about whom he blocks, and writes nothing there", async () => {
    const own = house.world.requests.filter(({ host }) => /^(mk|gts)-/.test(host));
    expect(own.filter(({ path }) => /blocking|mute|following|\/api\/v1\/(blocks|mutes)|create/.test(path))).toEqual([]);
  });
});
