import { describe, expect, it } from "vitest";
import { inWorld } from "#testing/in-world.ts";
import { names } from "../../scenarios/names.ts";

const blocks = {
  "old.test": { severity: "suspend", comment: "ads" },
  "starred.example": { severity: "suspend", obfuscate: true },
} as const;

describe("whom Pleroma and Akkoma refuse", () => {
  const { get } = inWorld({
    servers: {
      "pl.test": { software: "pleroma", list: "public", blocks, stopped: ["new.test"] },
      "ak.test": { software: "akkoma", list: "public", exclusions: true, blocks },
      "mute.test": { software: "akkoma", blocks },
      "club.test": { software: "akkoma", list: "public", limited: true, allows: ["near.test"] },
    },
    followers: { "pl.test": ["pip"], "ak.test": ["aki"], "mute.test": ["mu"], "club.test": ["cl"] },
  });
  const federation = async (host: string) =>
    ((await get(`${host}/nodeinfo/2.0.json`)).json as { metadata: { federation: Record<string, unknown> } }).metadata
      .federation;

  it("stands in NodeInfo with reasons", async () => {
    expect(await federation("pl.test")).toMatchObject({
      enabled: true,
      exclusions: false,
      mrf_simple: { reject: ["old.test", "starred.example"], accept: [] },
      mrf_simple_info: { reject: { "old.test": { reason: "ads" } } },
      quarantined_instances: ["new.test"],
    });
  });

  it("may be starred out and incomplete on Akkoma", async () => {
    expect(await federation("ak.test")).toMatchObject({
      exclusions: true,
      mrf_simple: { reject: ["old.test", "sta****.****ple"] },
    });
  });

  it("is nobody's business where transparency is off", async () => {
    expect(await federation("mute.test")).toEqual({ enabled: true });
  });

  it("is everybody else where a list of allowed servers exists", async () => {
    expect(await federation("club.test")).toMatchObject({ mrf_simple: { accept: ["near.test"] } });
  });
});

describe("accounts on Akkoma", () => {
  const { get, activity } = inWorld({
    servers: { "old.test": { software: "akkoma" }, "hide.test": { software: "akkoma" } },
    followers: { "far.test": names("p", 50), "hide.test": [{ user: "hi", hidesLists: true }] },
    script: [{ do: "redirect" }],
  });
  const account = async (host: string, acct: string) =>
    (await get(`${host}/api/v1/accounts/lookup?acct=${acct}`)).json as { id: string; [name: string]: unknown };

  it("never say where they have gone", async () => {
    expect(await account("old.test", "alice")).not.toHaveProperty("moved");
    expect((await activity("old.test/users/alice")).json).not.toHaveProperty("movedTo");
  });

  it("list their followers by forties, by tens to servers, with the first page inside", async () => {
    const { id } = await account("old.test", "alice");
    const page = await get(`old.test/api/v1/accounts/${id}/followers?limit=80`);
    expect(page.json).toHaveLength(40);
    const max = /max_id=(\d+)/.exec(String(page.headers.link))?.[1];
    expect((await get(`old.test/api/v1/accounts/${id}/followers?limit=80&max_id=${max}`)).json).toHaveLength(11);
    const root = (await activity("old.test/users/alice/followers")).json as {
      first: { orderedItems: string[]; next: string };
    };
    expect(root.first.orderedItems).toHaveLength(10);
    expect((await activity(root.first.next.replace("https://", ""))).json).toMatchObject({
      type: "OrderedCollectionPage",
    });
  });

  it("hide them behind an empty list", async () => {
    const hidden = await account("hide.test", "hi");
    expect(hidden).toMatchObject({ pleroma: { hide_followers: true } });
    expect((await get(`hide.test/api/v1/accounts/${hidden.id}/followers`)).json).toEqual([]);
    expect((await activity("hide.test/users/hi/followers?page=1")).status).toBe(403);
  });
});
