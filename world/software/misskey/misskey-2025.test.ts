import { describe, expect, it } from "vitest";
import { inWorld } from "#testing/in-world.ts";
import { OTHER_SOFTWARE } from "../../scenarios/other-software.ts";

type User = { readonly id: string; readonly username: string; readonly host: string | null };

describe("Misskey as the new home", () => {
  const { post } = inWorld(OTHER_SOFTWARE["misskey-refuses"]);
  const about = (host: string) => post("mk2.test/api/federation/show-instance", { host });

  it("has no row of a server that it refuses and never met, and shows one that it silences", async () => {
    expect((await about("dogwood.test")).status).toBe(204);
    expect((await about("gorse.test")).json).toMatchObject({ isBlocked: false, isSilenced: true });
    expect((await about("mk2.test")).status).toBe(204);
  });

  it("lists the followers of its own account to those who ask without a host", async () => {
    const followers = (host: string | null) => post("mk2.test/api/users/followers", { username: "carl", host });
    expect((await followers(null)).json).toMatchObject([{ follower: { username: "nils", host: "near.test" } }]);
    expect(await followers("mk2.test")).toMatchObject({ status: 400, json: { error: { code: "NO_SUCH_USER" } } });
  });
});

describe("keys of Misskey's database", () => {
  const { post, activity, world } = inWorld(OTHER_SOFTWARE["misskey-to-gotosocial"]);

  it("are named by their own server alone, some in one question", async () => {
    const rows = (await post("mk3.test/api/users/followers", { username: "bert", host: "mk.test" })).json as {
      follower: User;
    }[];
    const ids = rows.map(({ follower }) => follower.id);
    expect(ids).toHaveLength(2);
    const named = (await post("mk3.test/api/users/show", { userIds: [...ids, "au4t48nmibow0001"] })).json as User[];
    expect(named.map(({ username }) => username).sort()).toEqual(["milo", "mira"]);
    expect((await post("mk.test/api/users/show", { userIds: ids })).json).toEqual([]);
    expect(world().state.sideEffects).toEqual([]);
  });

  it("are part of the address of an account, whose document has the name", async () => {
    const self = (await post("mk3.test/api/users/show", { username: "mira", host: null })).json as User;
    expect((await activity(`mk3.test/users/${self.id}`)).json).toMatchObject({
      id: `https://mk3.test/users/${self.id}`,
      preferredUsername: "mira",
    });
  });
});

describe("with whom Misskey federates", () => {
  const { post } = inWorld({
    ...OTHER_SOFTWARE["misskey-closed"],
    servers: {
      ...OTHER_SOFTWARE["misskey-closed"].servers,
      "before.test": { software: "misskey", version: "2024.10.1" },
    },
  });

  it.each([
    ["some.test", "specified"],
    ["cherry.test", "specified"],
    ["none.test", "none"],
    ["before.test", undefined],
  ])("%s says %s", async (host, federation) => {
    expect(((await post(`${host}/api/meta`, {})).json as { federation?: string }).federation).toBe(federation);
  });
});
