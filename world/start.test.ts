import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inWorld } from "#testing/in-world.ts";
import { askOf } from "./serve/ask.ts";
import { startWorld, type World } from "./start.ts";

let world: World;
let ask: ReturnType<typeof askOf>;
beforeAll(async () => {
  world = await startWorld("three-servers");
  ask = askOf(world);
});
afterAll(() => world.stop());

const AP = { headers: { accept: "application/activity+json" } };
const handles = (list: unknown) => (list as { acct: string }[]).map(({ acct }) => acct).sort();
const listOf = async (host: string, acct: string) => {
  const { json } = await ask(`https://${host}/api/v1/accounts/lookup?acct=${acct}`);
  return ask(`https://${host}/api/v1/accounts/${(json as { id: string }).id}/followers?limit=80`);
};

describe("three servers", () => {
  it("leaves behind whom the rules leave behind", () => {
    const cause = Object.fromEntries(world.truth.followers.map((one) => [one.acct, one.cause]));
    expect(cause).toEqual({
      "olga@old.test": "here",
      "otto@old.test": "here",
      "nora@new.test": "here",
      "nils@near.test": "here",
      "nele@near.test": "here",
      "fred@far.test": "old-server-blocked",
      "fiona@far.test": "old-server-blocked",
      "wanda@wall.test": "new-server-blocked",
      "will@wall.test": "new-server-blocked",
      "gus@gone.test": "server-gone",
    });
  });

  it("shows both lists as the move left them", async () => {
    expect(handles((await listOf("old.test", "alice")).json)).toEqual([
      "fiona@far.test",
      "fred@far.test",
      "gus@gone.test",
      "wanda@wall.test",
      "will@wall.test",
    ]);
    expect(handles((await listOf("new.test", "alice")).json)).toEqual([
      "nele@near.test",
      "neo@near.test",
      "nils@near.test",
      "nora",
      "olga@old.test",
      "otto@old.test",
    ]);
  });

  it("shows every follower's server its own people only", async () => {
    expect(handles((await listOf("near.test", "alice@new.test")).json)).toEqual(["nele", "neo", "nils"]);
    expect((await listOf("near.test", "alice@old.test")).json).toEqual([]);
  });

  it("points from the old account to the new one and back", async () => {
    const old = (await ask("https://old.test/users/alice", AP)).json;
    const fresh = (await ask("https://new.test/users/alice", AP)).json;
    expect(old).toMatchObject({ movedTo: "https://new.test/users/alice" });
    expect(fresh).toMatchObject({ alsoKnownAs: ["https://old.test/users/alice"] });
    const seen = (await ask("https://near.test/api/v1/accounts/lookup?acct=alice@old.test")).json;
    expect(seen).toMatchObject({ acct: "alice@old.test", moved: { acct: "alice@new.test" } });
  });

  it("answers nothing about a server it suspends", async () => {
    expect((await ask("https://far.test/api/v1/accounts/lookup?acct=alice@old.test")).status).toBe(404);
    expect((await ask("https://far.test/api/v1/accounts/lookup?acct=fred")).status).toBe(200);
    expect((await ask("https://far.test/api/v1/instance/peers")).json).not.toContain("old.test");
  });

  it("is gone where it is gone", async () => {
    for (const path of ["/.well-known/nodeinfo", "/users/gus", "/.well-known/webfinger?resource=acct:gus@gone.test"]) {
      expect((await ask(`https://gone.test${path}`)).status).toBe(410);
    }
  });

  it("remembers who was asked what", () => {
    expect(world.requests).toContainEqual(
      expect.objectContaining({ host: "gone.test", method: "GET", path: "/users/gus", status: 410 }),
    );
  });
});

describe("a world that goes on", () => {
  const { get, world } = inWorld({
    servers: { "far.test": { list: "public", blocks: { "old.test": "suspend" } } },
    followers: { "far.test": ["fred"], "near.test": ["nils"] },
  });
  const followers = async () => {
    const { json } = await get("new.test/api/v1/accounts/lookup?acct=alice");
    return handles((await get(`new.test/api/v1/accounts/${(json as { id: string }).id}/followers`)).json);
  };

  it("lets somebody follow by hand, youngest first, and go again", async () => {
    expect(world().truth.counts).toEqual({ here: 1, "old-server-blocked": 1 });
    world().happen({ do: "follow-new", who: "fred@far.test" });
    expect(await followers()).toEqual(["fred@far.test", "nils@near.test"]);
    expect(world().truth.counts).toEqual({ here: 2 });
    world().happen({ do: "unfollow-new", who: "fred@far.test" });
    expect(await followers()).toEqual(["nils@near.test"]);
  });

  it("lifts a block and mends a server", async () => {
    world().happen({ do: "unblock", at: "far.test", domain: "old.test" });
    expect((await get("far.test/api/v1/instance/domain_blocks")).json).toEqual([]);
    world().happen({ do: "break", at: "far.test", fault: "gone" });
    expect((await get("far.test/robots.txt")).status).toBe(410);
    world().happen({ do: "mend", at: "far.test" });
    expect((await get("far.test/robots.txt")).status).toBe(200);
  });

  it("shows an edited profile at once, with a picture", async () => {
    world().happen({
      do: "describe",
      who: "alice@new.test",
      about: { note: "proof", fields: { check: "https://x.example" } },
    });
    const { json } = await get("new.test/api/v1/accounts/lookup?acct=alice");
    expect(json).toMatchObject({ note: "<p>proof</p>", fields: [{ name: "check", value: "https://x.example" }] });
    const { status, headers, text } = await get((json as { avatar: string }).avatar.replace("https://", ""));
    expect([status, headers["content-type"], text.slice(1, 4)]).toEqual([200, "image/png", "PNG"]);
  });

  it("knows nobody it has not heard of", () => {
    expect(() => world().happen({ do: "follow-new", who: "no@body.test" })).toThrow("nobody is called no@body.test");
    expect(() => world().happen({ do: "mend", at: "no.test" })).toThrow("no server is called no.test");
    expect(() => world().fault("no.test", undefined)).toThrow("no server is called no.test");
  });
});
