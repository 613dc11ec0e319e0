import { describe, expect, it } from "vitest";
import { inWorld, signedAt } from "#testing/in-world.ts";
import { names } from "../../scenarios/names.ts";

describe("GoToSocial", () => {
  const { get, activity, world } = inWorld({
    servers: {
      "old.test": { software: "gotosocial" },
      "far.test": {
        software: "gotosocial",
        list: "public",
        blocks: {
          "old.test": { severity: "suspend", comment: "spam" },
          "very-bad-instance.example": { severity: "suspend", obfuscate: true },
        },
      },
    },
    followers: { "far.test": ["fred"], "near.test": names("n", 90) },
    script: [],
  });
  const signed = () => signedAt(world().state.clock.now());

  it("shows a stranger nothing", async () => {
    const refused = { status: 401, json: { error: "Unauthorized: token not supplied" } };
    expect(await get("old.test/api/v1/accounts/lookup?acct=alice")).toMatchObject(refused);
    expect(await get("old.test/api/v1/accounts/1/followers")).toMatchObject(refused);
    expect((await activity("old.test/users/alice")).status).toBe(401);
    expect((await get("old.test/api/v1/instance/domain_blocks")).status).toBe(401);
    expect((await get("old.test/api/v1/instance/peers")).status).toBe(401);
  });

  it("can be found, and has a page for people", async () => {
    expect((await get("old.test/.well-known/webfinger?resource=acct:alice@old.test")).json).not.toHaveProperty(
      "links.2",
    );
    expect((await get("old.test/@alice")).text).toContain("alice");
    expect((await get("old.test/nodeinfo/2.1")).json).toMatchObject({ software: { name: "gotosocial" } });
  });

  it("shows a client that signs the document and the whole list, with a next page even after the last", async () => {
    expect((await activity("old.test/users/alice", signed())).json).toMatchObject({ preferredUsername: "alice" });
    const lengths: number[] = [];
    let next: string | undefined = "https://old.test/users/alice/followers?limit=40";
    while (next) {
      const page = (await activity(next.replace("https://", ""), signed())).json as {
        orderedItems: string[];
        next?: string;
      };
      lengths.push(page.orderedItems.length);
      next = page.next;
    }
    expect(lengths).toEqual([40, 40, 11, 0]);
  });

  it("lists blocks without digests, starred in its own rhythm", async () => {
    expect((await get("far.test/api/v1/instance/domain_blocks")).json).toEqual([
      { domain: "old.test", suspended_at: expect.any(String), comment: "spam", severity: "suspend" },
      { domain: "v*ry*b**-i**t*nc*.e*a**le", suspended_at: expect.any(String), comment: "", severity: "suspend" },
    ]);
    expect((await get("far.test/api/v1/instance/peers")).json).not.toContain("old.test");
  });

  it("asks robots to stay out of its API", async () => {
    expect((await get("far.test/robots.txt")).text).toContain("Disallow: /api/");
  });
});
