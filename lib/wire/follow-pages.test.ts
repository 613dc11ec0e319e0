import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { untilEnded } from "#testing/signin/sign-in.ts";
import { visitorOf } from "#testing/signin/visitor.ts";
import { openTestApp, type TestApp } from "#testing/wire/test-app.ts";
import type { Scenario } from "#world/make/scenario.ts";
import { SOFTWARE } from "#world/software/index.ts";
import type { SoftwareName } from "#world/software/names.ts";

/** Every software of the world, by what leads to a follow there. */
const BY_PAGE: readonly SoftwareName[] = [
  ...(["mastodon", "misskey", "sharkey", "cherrypick", "pleroma", "akkoma"] as const),
  ...(["friendica", "pixelfed", "bookwyrm", "wordpress", "unheard-of"] as const),
];
const BY_HAND: readonly SoftwareName[] = [
  ...(["gotosocial", "hollo", "iceshrimp.net", "snac", "takahe", "ghost", "bridgy-fed"] as const),
];
const NOBODY: readonly SoftwareName[] = ["lemmy", "peertube"];

const hostOf = (software: string) => `${software.replace(".", "-")}.test`;
const PUBLIC_URL = "https://house.test";

/** The news reached nobody, so that everybody has to follow by hand. */
const left = (numericIds: boolean): Scenario => ({
  name: "everybody was left behind",
  about: "Two followers on a server of each software, none of whom the news reached.",
  old: { at: "alice@old.test" },
  target: { at: "alice@new.test" },
  servers: {
    "new.test": { numericIds },
    "older.test": { version: "4.3.9", mishap: "given-up" },
    ...Object.fromEntries(Object.keys(SOFTWARE).map((name) => [hostOf(name), serverOf(name as SoftwareName)])),
  },
  followers: {
    "older.test": ["bo"],
    ...Object.fromEntries(Object.keys(SOFTWARE).map((name) => [hostOf(name), ["bo", "cy"]])),
  },
});

const serverOf = (software: SoftwareName) => ({ software, mishap: "given-up" as const });

/** A page of the move, and somebody who uses it. */
function inHouse(numericIds: boolean) {
  let house: TestApp | undefined;
  let token = "";
  beforeAll(async () => {
    house = await openTestApp(left(numericIds), { publicUrl: PUBLIC_URL });
    const made = await house.app.checks.create({ mode: "moved", old: "@alice@old.test" });
    if (!made.ok) throw new Error("not made");
    await untilEnded(house.app, made.created.id);
    const share = await house.app.shares.create(made.created.id, { days: 30 });
    if (!share?.ok) throw new Error("no page");
    token = share.token;
  });
  afterAll(() => house?.close());
  const open = () => {
    if (!house) throw new Error("not open yet");
    return house;
  };
  const answerFor = async (address: string) => {
    const found = await open().app.shares.lookup(token, address);
    if (!found?.ok) throw new Error(`no answer: ${found?.code}`);
    return found.answer;
  };
  return {
    answerFor,
    back: () => `${PUBLIC_URL}/r/${token}`,
    atNew: (user: string, host: string) =>
      open().world.state.people.find((who) => who.user === user && who.server.host === host)?.atNew,
    /** The link of the page, a sign-in there, and the button. */
    async follow(address: string, user: string, decision?: "deny") {
      const { follow: way } = await answerFor(address);
      if (way.kind !== "link") throw new Error(`no link from ${address}`);
      const visitor = visitorOf(open().world);
      await visitor.go(`https://${way.host}/auth/sign_in`, user);
      return visitor.go(way.url, user, decision);
    },
  };
}

describe("a follower presses Follow on the page of the move", () => {
  const { answerFor, atNew, follow, back } = inHouse(false);

  it("whatever software the own server runs", () => {
    expect([...BY_PAGE, ...BY_HAND, ...NOBODY].sort()).toEqual(Object.keys(SOFTWARE).sort());
  });

  for (const host of ["older.test", ...BY_PAGE.map(hostOf)])
    it(`on ${host}, named alone, and stands among the new account's followers`, async () => {
      expect(atNew("bo", host)).toBe("no");
      const arrived = await follow(host, "bo");
      expect(arrived).toEqual(
        host === "unheard-of.test" ? { back: new URL(back()) } : { page: "You follow alice@new.test", status: 200 },
      );
      expect(atNew("bo", host)).toBe("yes");
    });

  for (const host of BY_PAGE.map(hostOf))
    it(`on ${host}, by the own address`, async () => {
      await follow(`@cy@${host}`, "cy");
      expect(atNew("cy", host)).toBe("yes");
    });

  it("and comes back who says no, where the template has a place for that", async () => {
    expect(await follow("@bo@unheard-of.test", "bo", "deny")).toEqual({ back: new URL(back()) });
  });

  for (const host of BY_HAND.map(hostOf))
    it(`is told how to follow by hand on ${host}`, async () => {
      expect(await answerFor(host)).toMatchObject({ follow: { kind: "manual" } });
      expect(await answerFor(`@bo@${host}`)).toMatchObject({ follow: { kind: "manual" } });
    });

  for (const host of NOBODY.map(hostOf))
    it(`is told that nobody on ${host} can follow people`, async () => {
      expect(await answerFor(`@bo@${host}`)).toMatchObject({ reach: "unknown", followsPeople: false });
    });
});

describe("an account with a number in its address, as Mastodon gives it since 4.5", () => {
  const { answerFor, atNew, follow } = inHouse(true);

  for (const host of BY_PAGE.filter((name) => name !== "bookwyrm").map(hostOf))
    it(`is followed from ${host}`, async () => {
      await follow(host, "bo");
      expect(atNew("bo", host)).toBe("yes");
    });

  it("is followed by hand from a BookWyrm, which would read the number as a name", async () => {
    expect(await answerFor("@bo@bookwyrm.test")).toMatchObject({ follow: { kind: "manual" } });
  });
});
