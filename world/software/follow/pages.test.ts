import { describe, expect, it } from "vitest";
import { inWorld, PLAIN } from "#testing/in-world.ts";
import { visitorOf } from "#testing/signin/visitor.ts";

/** Which texts each page takes, as its source has it. */
const PAGES: Readonly<Record<string, { readonly path: string; readonly takes: readonly Text[] }>> = {
  "mastodon.test": { path: "/authorize_interaction?uri=", takes: ["handle", "address"] },
  "misskey.test": { path: "/authorize-follow?acct=", takes: ["handle", "acct:handle", "address"] },
  "older-misskey.test": { path: "/authorize-follow?acct=", takes: ["handle", "address"] },
  "pleroma.test": { path: "/ostatus_subscribe?acct=", takes: ["handle", "address"] },
  "akkoma.test": { path: "/ostatus_subscribe?acct=", takes: ["handle", "address"] },
  "friendica.test": { path: "/contact/follow?url=", takes: ["handle", "acct:handle", "address"] },
  "pixelfed.test": { path: "/authorize_interaction?uri=", takes: ["address"] },
  "bookwyrm.test": { path: "/ostatus_subscribe?acct=", takes: ["address"] },
  "wordpress.test": {
    path: "/wp-json/activitypub/1.0/interactions?uri=",
    takes: ["handle", "acct:handle", "address"],
  },
  "unheard-of.test": { path: "/@me/intent/follow?object=", takes: ["address"] },
  "peertube.test": { path: "/remote-interaction?uri=", takes: [] },
  "iceshrimp.test": { path: "/authorize-follow?acct=", takes: [] },
};
const TEXTS = {
  handle: "alice@new.test",
  "acct:handle": "acct:alice@new.test",
  address: "https://new.test/users/alice",
} as const;
type Text = keyof typeof TEXTS;

const SERVERS = {
  "misskey.test": { software: "misskey" },
  "older-misskey.test": { software: "misskey", version: "2024.5.0" },
  "pleroma.test": { software: "pleroma" },
  "akkoma.test": { software: "akkoma" },
  "friendica.test": { software: "friendica" },
  "pixelfed.test": { software: "pixelfed" },
  "bookwyrm.test": { software: "bookwyrm" },
  "wordpress.test": { software: "wordpress" },
  "unheard-of.test": { software: "unheard-of" },
  "peertube.test": { software: "peertube" },
  "iceshrimp.test": { software: "iceshrimp.net" },
} as const;

describe("a follow page", () => {
  const { world } = inWorld({
    servers: { ...SERVERS, "shut.test": { blocks: { "new.test": "suspend" } } },
    followers: Object.fromEntries([...Object.keys(PAGES), "shut.test"].map((host) => [host, ["bo"]])),
    script: [],
  });

  for (const [host, { path, takes }] of Object.entries(PAGES))
    for (const text of ["handle", "acct:handle", "address"] as const)
      it(`of ${host} ${takes.includes(text) ? "takes" : "does not take"} ${text}`, async () => {
        const visitor = visitorOf(world());
        await visitor.go(`https://${host}/auth/sign_in`, "bo");
        const given = encodeURIComponent(TEXTS[text]);
        const arrived = await visitor.go(`https://${host}${path}${given}`, "bo", "deny");
        expect(visitor.pages.includes("Follow alice@new.test")).toBe(takes.includes(text));
        expect(arrived).toHaveProperty("page");
      });

  it("of a server that blocks the new one finds nobody", async () => {
    const given = encodeURIComponent(TEXTS.address);
    const arrived = await visitorOf(world()).go(`https://shut.test/authorize_interaction?uri=${given}`, "bo");
    expect(arrived).toEqual({ page: "Not found", status: 404 });
  });

  it("does nothing for who says no, and follows for who says yes", async () => {
    const url = `https://mastodon.test/authorize_interaction?uri=${encodeURIComponent(TEXTS.address)}`;
    const atNew = () => world().state.people.find(({ server }) => server.host === "mastodon.test")?.atNew;
    await visitorOf(world()).go(url, "bo", "deny");
    expect(atNew()).toBe("no");
    expect(await visitorOf(world()).go(url, "bo")).toMatchObject({ page: "You follow alice@new.test" });
    expect(atNew()).toBe("yes");
  });
});

describe("a follow by hand", () => {
  const { world } = inWorld({
    ...PLAIN,
    target: { at: "alice@new.test", locked: true },
    servers: { "new.test": { blocks: { "out.test": "suspend" } } },
    followers: { "far.test": ["bo"], "out.test": ["ona"] },
    script: [],
  });
  const pressedOn = async (host: string, user: string) => {
    const url = `https://${host}/authorize_interaction?uri=alice%40new.test`;
    await visitorOf(world()).go(url, user);
    const who = world().state.people.find((one) => one.user === user && one.server.host === host);
    return [who?.saysNew, who?.atNew];
  };

  it("waits at a locked account, and is turned away by a server that blocks", async () => {
    expect(await pressedOn("far.test", "bo")).toEqual(["requested", "requested"]);
    expect(await pressedOn("out.test", "ona")).toEqual(["requested", "no"]);
  });
});
