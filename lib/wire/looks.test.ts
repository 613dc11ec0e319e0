import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { look, type Share, shared } from "#testing/signin/looks.ts";
import { comeBack } from "#testing/signin/sign-in.ts";
import { visitorOf } from "#testing/signin/visitor.ts";
import { openTestApp, type TestApp } from "#testing/wire/test-app.ts";
import { wholeFile } from "#testing/wire/whole-file.ts";
import type { Scenario } from "#world/make/scenario.ts";
import { deskOf } from "#world/software/oauth/desk.ts";

/** Two servers that tell their members alone whom they block, and one that tells nobody. */
const MEMBERS: Scenario = {
  name: "for members alone",
  about: "Only somebody who has an account there sees whether a server blocks the new one.",
  old: { at: "alice@old.test" },
  target: { at: "alice@new.test" },
  newIsBusy: false,
  servers: {
    "new.test": { peers: false },
    "shut.test": { list: "users", peers: false, blocks: { "new.test": "suspend" } },
    "fine.test": { list: "users", peers: false },
    "mute.test": { list: "hidden", peers: false, blocks: { "new.test": "suspend" } },
    "deaf.test": { list: "users", peers: false, blocks: { "old.test": "suspend" } },
    "away.test": {},
  },
  followers: {
    "shut.test": ["sue", "sam"],
    "fine.test": ["fay", "fred"],
    "mute.test": ["mia", "max"],
    "deaf.test": ["dan"],
  },
  others: { "away.test": ["stranger"], "shut.test": ["sly"] },
};

const tokensOf = ({ world }: TestApp) => [...deskOf(world.state).tokens.values()].filter(({ account }) => account);

describe("a follower who has the own server asked", () => {
  let house: TestApp;
  let share: Share;
  beforeAll(async () => {
    house = await openTestApp(MEMBERS);
    share = await shared(house);
  });
  afterAll(() => house.close());
  const causeAt = async (server: string) => {
    const report = await house.app.checks.report(share.id, share.key, { followers: "inline" });
    const [one] = report?.followers?.filter((each) => each.server === server) ?? [];
    return [one?.cause, one?.certainty, one?.reach];
  };

  it("is offered that where nothing public tells, and only there", async () => {
    const { app } = house;
    const found = await app.shares.lookup(share.token, "shut.test");
    expect(found).toMatchObject({
      answer: { reach: "unknown", look: { host: "shut.test", rights: ["read:accounts", "read:follows"] } },
    });
    expect(await app.looks.begin({ token: share.token }, "new.test")).toBeNull();
    expect(await app.looks.begin({ token: "x".repeat(22) }, "shut.test")).toBeNull();
  });

  it("learns that it blocks the new one, and so does the owner, who is not told who looked", async () => {
    expect(await causeAt("shut.test")).toEqual(["unknown", null, "unknown"]);
    const { result } = await look(house, share.token, "shut.test", "sue");
    expect(result).toMatchObject({
      answer: { reach: "blocked", cause: "new-server-blocked", certainty: "proven" },
      look: { end: "in", by: "list", revoked: true },
    });
    expect(await causeAt("shut.test")).toEqual(["new-server-blocked", "proven", "blocked"]);
    const server = await house.app.checks.server(share.id, share.key, "shut.test");
    const list = server?.facts.find(({ fact }) => fact === "onTarget.list");
    expect(list).toMatchObject({ known: true, source: { kind: "member" } });
    expect(list?.source?.url).toBeUndefined();
  });

  it("tells the next visitor no more than before: a list for members is not published here", async () => {
    const found = await house.app.shares.lookup(share.token, "shut.test");
    expect(found).toMatchObject({ answer: { reach: "unknown" } });
    expect(found?.ok && found.answer.cause).toBeUndefined();
  });

  it("has the own follow told, and kept nowhere", async () => {
    const { result } = await look(house, share.token, "fine.test", "fred");
    expect(result?.look).toMatchObject({ end: "in", by: "list", relation: "follows" });
    const fay = house.world.state.people.find(({ user }) => user === "fay");
    if (fay) fay.atNew = "requested";
    const { result: other } = await look(house, share.token, "fine.test", "fay");
    expect(other?.look).toMatchObject({ end: "in", relation: "requested" });
    const exported = await wholeFile(await house.app.checks.exportJson(share.id, share.key));
    expect(exported).not.toMatch(/relation|"follows"|requested_by/);
  });

  it("learns of a block that no list shows, because the new one is not found there", async () => {
    const { result } = await look(house, share.token, "mute.test", "mia");
    expect(result).toMatchObject({ answer: { reach: "blocked" }, look: { end: "in", by: "look-up" } });
    expect(await causeAt("mute.test")).toEqual(["new-server-blocked", "likely", "blocked"]);
  });

  it("learns that the old one is blocked there", async () => {
    const { result } = await look(house, share.token, "deaf.test", "dan");
    expect(result?.answer).toMatchObject({ cause: "old-server-blocked" });
    expect((await causeAt("deaf.test")).slice(0, 2)).toEqual(["old-server-blocked", "proven"]);
  });

  it("leaves no token behind, here or there", async () => {
    expect(tokensOf(house).length).toBeGreaterThan(0);
    expect(tokensOf(house).every(({ revoked }) => revoked)).toBe(true);
    const texts = tokensOf(house).map(({ text }) => text);
    const exported = await wholeFile(await house.app.checks.exportJson(share.id, share.key));
    for (const text of texts) expect(exported).not.toContain(text);
  });

  it("asks the own server alone with it, and nothing about blocks of people", async () => {
    const members = /\/api\/v1\/accounts\/(verify_credentials|search|relationships)|\/oauth\/(token|revoke)/;
    const asked = house.world.requests.filter(({ path }) => members.test(path));
    expect(new Set(asked.map(({ host }) => host))).toEqual(
      new Set(["shut.test", "fine.test", "mute.test", "deaf.test"]),
    );
    const ofPeople = /\/api\/v1\/(blocks|domain_blocks|mutes|follow_requests|notifications)|\/following/;
    const ofFollowers = house.world.requests.filter(({ host }) => host !== "old.test" && host !== "new.test");
    expect(ofFollowers.filter(({ path }) => ofPeople.test(path))).toEqual([]);
  });

  it("may say no, and nothing is read", async () => {
    const before = tokensOf(house).length;
    const { result } = await look(house, share.token, "fine.test", "fay", "deny");
    expect(result).toMatchObject({ look: { end: "denied" }, answer: { reach: "unknown" } });
    expect(tokensOf(house)).toHaveLength(before);
  });

  it("of a server without followers is answered like any other, and nothing of it is kept", async () => {
    const { app } = house;
    const before = await app.checks.state(share.id, share.key);
    const { result } = await look(house, share.token, "away.test", "stranger");
    expect(Object.keys(result?.look ?? {}).sort()).toEqual(["by", "end", "relation", "revoked"]);
    const after = await app.checks.state(share.id, share.key);
    expect(after?.rev).toBe(before?.rev);
  });

  it("comes back once, in the browser that set out, to the host that it set out for", async () => {
    const { app, world } = house;
    const set = async () => {
      const begun = await app.looks.begin({ token: share.token }, "shut.test");
      if (!begun?.ok) throw new Error("not begun");
      const arrived = await visitorOf(world).go(begun.url, "sly");
      if (!("back" in arrived)) throw new Error("not back");
      return { begun, arrived };
    };
    const stranger = await set();
    expect(await comeBack(app, stranger.arrived)).toEqual({ end: "unknown" });
    const elsewhere = await set();
    const back = new URL(elsewhere.arrived.back.href.replace("/shut.test", "/fine.test"));
    expect(await comeBack(app, { back }, elsewhere.begun.cookie)).toEqual({ end: "unknown" });
    const twice = await set();
    expect(await comeBack(app, twice.arrived, twice.begun.cookie)).toMatchObject({ end: "follower" });
    expect(await comeBack(app, twice.arrived, twice.begun.cookie)).toEqual({ end: "unknown" });
  });

  it("reads an answer on the page that it is about, and on no other", async () => {
    const { app } = house;
    const { sealed } = await look(house, share.token, "shut.test", "sly");
    expect(await app.looks.open(share.token, sealed)).toBeDefined();
    expect(await app.looks.open("y".repeat(22), sealed)).toBeUndefined();
    expect(await app.looks.open(share.token, `${sealed.slice(0, -2)}AA`)).toBeUndefined();
  });
});
