import { describe, expect, it } from "vitest";
import { inWorld } from "#testing/in-world.ts";
import { names } from "../../scenarios/names.ts";

type Row = { readonly id: string; readonly follower: { readonly username: string; readonly host: string | null } };

describe("what Misskey says about other servers", () => {
  const { post, get } = inWorld({
    servers: {
      "mk.test": { software: "misskey", blocks: { "old.test": "suspend" } },
      "wall.test": { software: "misskey", blocks: { "new.test": "suspend" } },
      "stop.test": { software: "misskey", stopped: ["new.test"] },
      "quiet.test": { software: "misskey", blocks: { "old.test": "silence" } },
      "shark.test": { software: "sharkey", blocks: { "old.test": "suspend" } },
    },
    followers: {
      "mk.test": ["mika", "mako"],
      "wall.test": ["wu"],
      "stop.test": ["sia"],
      "quiet.test": ["qi"],
      "shark.test": ["sha"],
    },
    newIsBusy: false,
  });
  const about = async (host: string, other: string) => post(`${host}/api/federation/show-instance`, { host: other });

  it("is asked host by host", async () => {
    expect((await about("mk.test", "old.test")).json).toMatchObject({
      host: "old.test",
      isBlocked: true,
      followersCount: 2,
    });
    expect((await about("quiet.test", "old.test")).json).toMatchObject({ isBlocked: false, isSilenced: true });
    expect((await about("stop.test", "new.test")).json).toMatchObject({
      isBlocked: false,
      isSuspended: true,
      suspensionState: "autoSuspendedForNotResponding",
    });
  });

  it("is nothing at all about a server it never met, blocked or not", async () => {
    const { status, text } = await about("wall.test", "new.test");
    expect([status, text]).toEqual([204, ""]);
  });

  it("lists blocked servers it has met, and on Sharkey denies every one", async () => {
    const stock = await post("mk.test/api/federation/instances", { blocked: true, limit: 30 });
    expect(stock.json).toMatchObject([{ host: "old.test", isBlocked: true }]);
    const masked = (await post("shark.test/api/federation/instances", { blocked: true, limit: 100 })).json as {
      isBlocked: boolean;
    }[];
    expect(masked.length).toBeGreaterThan(3);
    expect(masked.filter(({ isBlocked }) => isBlocked)).toEqual([]);
    expect((await about("shark.test", "old.test")).json).toMatchObject({ isBlocked: true });
  });

  it("speaks no Mastodon", async () => {
    expect(await get("mk.test/api/v1/instance")).toMatchObject({
      status: 404,
      json: { error: { code: "UNKNOWN_API_ENDPOINT" } },
    });
    expect((await get("mk.test/api/v1/instance/domain_blocks")).status).toBe(404);
  });
});

describe("followers on Misskey", () => {
  const { post, activity, world } = inWorld({
    old: { at: "alice@old.test" },
    servers: { "old.test": { software: "misskey" }, "mk.test": { software: "misskey" } },
    followers: { "far.test": names("p", 25), "mk.test": ["mika", "mako", "miro"] },
    script: [],
  });

  it("are read by name from its own database, its own people only", async () => {
    const rows = (await post("mk.test/api/users/followers", { username: "alice", host: "old.test", limit: 100 }))
      .json as Row[];
    expect(rows.map(({ follower }) => follower.username).sort()).toEqual(["mako", "mika", "miro"]);
    expect(rows.every(({ follower }) => follower.host === null)).toBe(true);
  });

  it("are paged by the number of the follow", async () => {
    const seen: string[] = [];
    let untilId: string | undefined;
    for (;;) {
      const page = (await post("old.test/api/users/followers", { username: "alice", host: null, limit: 10, untilId }))
        .json as Row[];
      if (page.length === 0) break;
      seen.push(...page.map(({ follower }) => `${follower.username}@${follower.host}`));
      untilId = page.at(-1)?.id;
    }
    expect(seen).toHaveLength(28);
    expect(new Set(seen).size).toBe(28);
  });

  it("are refused where the host is left out", async () => {
    const { status, json } = await post("mk.test/api/users/followers", { username: "alice" });
    expect([status, json]).toMatchObject([400, { error: { code: "INVALID_PARAM" } }]);
    expect(await post("mk.test/api/users/followers", { username: "nobody", host: "old.test" })).toMatchObject({
      status: 400,
      json: { error: { code: "NO_SUCH_USER" } },
    });
  });

  it("are tens of actors whose addresses carry no name", async () => {
    const { id } = (await post("old.test/api/users/show", { username: "alice", host: null })).json as { id: string };
    const root = (await activity(`old.test/users/${id}/followers`)).json;
    expect(root).toMatchObject({ totalItems: 28, first: `https://old.test/users/${id}/followers?page=true` });
    const page = (await activity(`old.test/users/${id}/followers?page=true`)).json as {
      orderedItems: string[];
      next: string;
    };
    expect(page.orderedItems).toHaveLength(10);
    const second = (await activity(page.next.replace("https://", ""))).json as { orderedItems: string[] };
    expect(page.orderedItems.filter((uri) => second.orderedItems.includes(uri))).toEqual([]);
  });

  it("cannot be looked at without leaving a trace", async () => {
    expect(world().state.sideEffects).toEqual([]);
    await post("mk.test/api/users/show", { username: "alice", host: "new.test" });
    expect(world().state.sideEffects).toEqual(["mk.test looked up alice@new.test"]);
  });
});

describe("a moved account on Misskey", () => {
  const { post, activity } = inWorld({
    servers: { "old.test": { software: "misskey" }, "mk.test": { software: "misskey" } },
    followers: { "mk.test": ["mika"] },
  });

  it("is a number of its own database", async () => {
    const { movedTo } = (await post("mk.test/api/users/show", { username: "alice", host: "old.test" })).json as {
      movedTo: string;
    };
    expect(movedTo).toMatch(/^[0-9a-z]+$/);
    expect((await post("mk.test/api/users/show", { userId: movedTo })).json).toMatchObject({
      username: "alice",
      host: "new.test",
    });
  });

  it("names the new one in its document", async () => {
    const { id } = (await post("old.test/api/users/show", { username: "alice", host: null })).json as { id: string };
    expect((await activity(`old.test/users/${id}`)).json).toMatchObject({ movedTo: "https://new.test/users/alice" });
  });

  it("stays in the view of both, as Misskey keeps the old follow", async () => {
    for (const host of ["old.test", "new.test"])
      expect((await post("mk.test/api/users/followers", { username: "alice", host, limit: 10 })).json).toHaveLength(1);
  });
});

describe("a hidden list on Misskey", () => {
  const { post } = inWorld({
    old: { at: "alice@old.test", hidesLists: true },
    servers: { "old.test": { software: "misskey" } },
  });
  it("is forbidden", async () => {
    const { status, json } = await post("old.test/api/users/followers", { username: "alice", host: null });
    expect([status, json]).toMatchObject([400, { error: { code: "FORBIDDEN" } }]);
  });
});
