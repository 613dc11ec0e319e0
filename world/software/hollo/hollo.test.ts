import { describe, expect, it } from "vitest";
import { inWorld } from "#testing/in-world.ts";
import { names } from "../../scenarios/names.ts";

describe("Hollo", () => {
  const { get, activity } = inWorld({
    servers: { "old.test": { software: "hollo" }, "hollo.test": { software: "hollo" } },
    followers: { "far.test": names("p", 60), "hollo.test": ["holly"] },
  });
  const lookup = async (host: string, acct: string) =>
    (await get(`${host}/api/v1/accounts/lookup?acct=${acct}`)).json as { id: string; moved: unknown };

  it("says where somebody has gone, and null where nowhere", async () => {
    expect(await lookup("hollo.test", "alice@old.test")).toMatchObject({ moved: { acct: "alice@new.test" } });
    expect(await lookup("hollo.test", "holly")).toMatchObject({ moved: null });
  });

  it("hands out followers in one piece, and by forties to servers", async () => {
    const { id } = await lookup("hollo.test", "alice@old.test");
    expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    const view = (await get(`hollo.test/api/v1/accounts/${id}/followers`)).json;
    expect(view).toMatchObject([{ acct: "holly" }]);
    const root = (await activity("old.test/@alice/followers")).json;
    expect(root).toMatchObject({ first: "https://old.test/@alice/followers?cursor=0", totalItems: 1 });
  });

  it("knows no list of blocks and no peers", async () => {
    for (const path of ["domain_blocks", "peers"]) {
      const { status, headers } = await get(`hollo.test/api/v1/instance/${path}`);
      expect([status, headers["content-type"]]).toEqual([404, "text/plain; charset=UTF-8"]);
    }
  });
});
