import { describe, expect, it } from "vitest";
import { inWorld } from "#testing/in-world.ts";
import { manyKinds } from "../../scenarios/many-kinds.ts";

const blocks = { "old.test": { severity: "suspend", comment: 'so "called" reasons' } } as const;

describe("software in outline", () => {
  const kinds = Object.entries(manyKinds.servers ?? {}).map(([host, { software }]) => [host, software] as const);
  const { get, activity } = inWorld(manyKinds);

  it.each(kinds)("%s names itself and can be found", async (host, software) => {
    const index = (await get(`${host}/.well-known/nodeinfo`)).json as { links: { href: string }[] };
    const info = (await get(index.links.at(-1)?.href.replace("https://", "") ?? "")).json as {
      software: { name: string };
    };
    expect(info.software.name.toLowerCase().replace(".", "-")).toBe(software);
    const jrd = (await get(`${host}/.well-known/webfinger?resource=acct:ann@${host}`)).json as {
      links: { rel: string; href: string }[];
    };
    const self = jrd.links.find(({ rel }) => rel === "self")?.href ?? "";
    const actor = await activity(self.replace("https://", ""));
    if (software === "gotosocial") expect(actor.status).toBe(401);
    else expect(actor.json).toMatchObject({ id: self, preferredUsername: "ann" });
  });

  it("hides behind zeros on snac", async () => {
    expect((await get("snac.test/api/v1/accounts/lookup?acct=ann")).json).toMatchObject({
      acct: "ann@snac.test",
      followers_count: 0,
    });
    expect((await get("snac.test/api/v1/instance/peers")).json).toEqual([]);
    expect((await activity("snac.test/ann/followers")).json).toMatchObject({ totalItems: 0 });
  });
});

describe("lists of blocks in other shapes", () => {
  const { get } = inWorld({
    servers: {
      "friendica.test": { software: "friendica", blocks },
      "lemmy.test": { software: "lemmy", blocks },
      "tube.test": { software: "peertube", blocks },
    },
    followers: { "friendica.test": ["fr"], "lemmy.test": ["le"], "tube.test": ["tu"] },
  });

  it("are a file without a head on Friendica", async () => {
    const { text, headers } = await get("friendica.test/blocklist/domain/download");
    expect(text).toBe('"old.test","so ""called"" reasons"\n');
    expect(headers["content-type"]).toContain("text/csv");
  });

  it("are part of a catalogue on Lemmy", async () => {
    expect((await get("lemmy.test/api/v3/federated_instances")).json).toMatchObject({
      federated_instances: { blocked: [{ domain: "old.test" }], allowed: [] },
    });
  });

  it("are asked for by host on PeerTube", async () => {
    expect((await get("tube.test/api/v1/blocklist/status?hosts=old.test&hosts=new.test")).json).toMatchObject({
      hosts: { "old.test": { blockedByServer: true }, "new.test": { blockedByServer: false } },
    });
  });
});
