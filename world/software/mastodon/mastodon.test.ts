import { describe, expect, it } from "vitest";
import { inWorld, signedAt } from "#testing/in-world.ts";
import { sha256 } from "../../make/hash.ts";
import { names } from "../../scenarios/names.ts";

type Row = { readonly acct: string };
const accts = (list: unknown) => (list as Row[]).map(({ acct }) => acct);

describe("lists of followers", () => {
  const { get, activity } = inWorld({
    servers: { "far.test": { mishap: "down-that-day" } },
    followers: { "far.test": names("p", 200), "near.test": ["nils"] },
  });
  const idOf = async (host: string, acct: string) =>
    ((await get(`${host}/api/v1/accounts/lookup?acct=${acct}`)).json as { id: string }).id;
  const nextOf = (link: unknown) => /<([^>]+)>; rel="next"/.exec(String(link))?.[1]?.replace("https://", "");

  it("come 80 at a time, and only the Link header knows where to go on", async () => {
    const pages: Row[][] = [];
    let next: string | undefined = `old.test/api/v1/accounts/${await idOf("old.test", "alice")}/followers?limit=200`;
    while (next) {
      const { json, headers } = await get(next);
      pages.push(json as Row[]);
      next = nextOf(headers.link);
    }
    expect(pages.map(({ length }) => length)).toEqual([80, 80, 40]);
    expect(new Set(pages.flat().map(({ acct }) => acct)).size).toBe(200);
  });

  it("have 40 on a page unless asked for more, and no next page after a short one", async () => {
    const id = await idOf("old.test", "alice");
    const usual = await get(`old.test/api/v1/accounts/${id}/followers`);
    expect(accts(usual.json)).toHaveLength(40);
    const last = await get(`old.test/api/v1/accounts/${id}/followers?limit=80&max_id=1100`);
    expect(nextOf(last.headers.link)).toBeUndefined();
    expect(last.headers.link).toContain('rel="prev"');
  });

  it("come by twelves and by number to servers", async () => {
    const root = (await activity("old.test/users/alice/followers")).json;
    expect(root).toMatchObject({
      type: "OrderedCollection",
      totalItems: 200,
      first: "https://old.test/users/alice/followers?page=1",
    });
    const page = (await activity("old.test/users/alice/followers?page=17")).json as { orderedItems: string[] };
    expect(page.orderedItems).toHaveLength(8);
    expect(page).not.toHaveProperty("next");
    expect(page).toHaveProperty("prev", "https://old.test/users/alice/followers?page=16");
  });

  it("of somebody from elsewhere hold own people alone", async () => {
    const view = await get(`near.test/api/v1/accounts/${await idOf("near.test", "alice@new.test")}/followers`);
    expect(accts(view.json)).toEqual(["nils"]);
  });
});

describe("hidden lists", () => {
  const { get, activity } = inWorld({ old: { at: "alice@old.test", hidesLists: true } });
  it("are empty, and say so only in a flag", async () => {
    const account = (await get("old.test/api/v1/accounts/lookup?acct=alice")).json as { id: string };
    expect(account).toMatchObject({ hide_collections: true });
    const { status, json } = await get(`old.test/api/v1/accounts/${account.id}/followers`);
    expect([status, json]).toEqual([200, []]);
  });

  it("have a number and no pages for servers", async () => {
    expect((await activity("old.test/users/alice/followers")).json).not.toHaveProperty("first");
    expect((await activity("old.test/users/alice/followers?page=1")).status).toBe(403);
  });
});

describe("looking somebody up", () => {
  const { get } = inWorld({
    servers: {
      "cuts.test": { blocks: { "old.test": "suspend" } },
      "limits.test": { blocks: { "old.test": "silence" } },
      "account.test": { suspendsAccount: "old" },
      "kept.test": { mishap: "cannot-fetch-new" },
    },
    followers: {
      "far.test": ["bo"],
      "cuts.test": ["cy"],
      "limits.test": ["li"],
      "account.test": ["ac"],
      "kept.test": ["ka"],
    },
  });
  const lookup = async (host: string, acct: string) => {
    const { status, json } = await get(`${host}/api/v1/accounts/lookup?acct=${acct}`);
    return { status, json };
  };

  it.each(["bo", "@bo", "bo@far.test", "BO@FAR.test", "%40bo%40far.test"])(
    "finds its own people as %s",
    async (acct) => {
      expect(await lookup("far.test", acct)).toMatchObject({ status: 200, json: { acct: "bo" } });
    },
  );

  it("shows where a known account has gone", async () => {
    const { json } = await lookup("far.test", "alice@old.test");
    expect(json).toMatchObject({
      acct: "alice@old.test",
      uri: "https://old.test/users/alice",
      moved: { acct: "alice@new.test" },
    });
  });

  it("shows nothing of a move it could not carry out", async () => {
    expect((await lookup("kept.test", "alice@old.test")).json).not.toHaveProperty("moved");
    expect(await lookup("kept.test", "alice@new.test")).toMatchObject({
      status: 404,
      json: { error: "Record not found" },
    });
  });

  it("knows nobody of a suspended server, and everybody of a limited one", async () => {
    expect((await lookup("cuts.test", "alice@old.test")).status).toBe(404);
    expect((await lookup("cuts.test", "cy")).status).toBe(200);
    expect((await lookup("limits.test", "alice@old.test")).json).toMatchObject({ limited: true });
  });

  it("shows an account suspended alone as an empty one", async () => {
    const { status, json } = await lookup("account.test", "alice@old.test");
    expect(status).toBe(200);
    expect(json).toMatchObject({ suspended: true, note: "", display_name: "" });
    expect(json).not.toHaveProperty("moved");
  });

  it("numbers the same account differently on every server", async () => {
    const ids = await Promise.all(["far.test", "old.test"].map((host) => lookup(host, "alice@old.test")));
    expect(new Set(ids.map(({ json }) => (json as { id: string }).id)).size).toBe(2);
  });
});

describe("whom a server blocks", () => {
  const blocks = {
    "bad.example": { severity: "suspend", comment: "spam" },
    "masked.example": { severity: "suspend", obfuscate: true },
    "loud.example": "silence",
    "spared.bad.example": "noop",
    "old.test": "noop",
  } as const;
  const { get } = inWorld({
    servers: {
      "open.test": { list: "public", blocks },
      "mute.test": { list: "public", rationale: false, blocks },
      "users.test": { list: "users", blocks },
      "shy.test": { peers: false },
    },
    followers: { "open.test": ["bo"], "mute.test": ["mu"], "users.test": ["us"], "shy.test": ["sy"] },
  });

  it("is listed limits first, with digests of the clear names, without exceptions", async () => {
    expect((await get("open.test/api/v1/instance/domain_blocks")).json).toEqual([
      { domain: "loud.example", digest: sha256("loud.example"), severity: "silence", comment: "" },
      { domain: "bad.example", digest: sha256("bad.example"), severity: "suspend", comment: "spam" },
      { domain: "mask**.****ple", digest: sha256("masked.example"), severity: "suspend", comment: "" },
    ]);
  });

  it("gives no reasons where the server keeps them", async () => {
    const rows = (await get("mute.test/api/v1/instance/domain_blocks")).json as { comment: unknown }[];
    expect(rows.map(({ comment }) => comment)).toEqual([null, null, null]);
  });

  it("is hidden by a 404 without a word, of another type", async () => {
    const { status, text, headers } = await get("users.test/api/v1/instance/domain_blocks");
    expect([status, text, headers["content-type"], headers["content-length"]]).toEqual([404, "", "text/html", "0"]);
  });

  it("is missing among the peers, whatever the severity", async () => {
    const peers = (await get("open.test/api/v1/instance/peers")).json as string[];
    expect(peers).toContain("new.test");
    expect(peers).not.toContain("old.test");
    expect((await get("open.test/api/v1/peers/search?q=new")).json).toEqual(["new.test"]);
    expect((await get("open.test/api/v1/peers/search?q=old")).json).toEqual([]);
    expect((await get("shy.test/api/v1/instance/peers")).status).toBe(404);
  });
});

describe("closed doors", () => {
  const { get, activity, world } = inWorld({
    servers: {
      "secure.test": { secure: true },
      "login.test": { closedApi: true },
      "club.test": { limited: true, allows: ["old.test"] },
    },
    followers: { "secure.test": ["se", { user: "de", fate: "deleted" }], "login.test": ["lo"], "club.test": ["cl"] },
  });

  it("in secure mode shows documents to signed requests, and the client API to all", async () => {
    expect(await activity("secure.test/users/se")).toMatchObject({
      status: 401,
      json: { error: "Request not signed" },
    });
    expect((await activity("secure.test/users/se", signedAt(world().state.clock.now()))).status).toBe(200);
    expect((await activity("secure.test/users/se", signedAt(0))).status).toBe(401);
    expect((await get("secure.test/api/v1/accounts/lookup?acct=se")).status).toBe(200);
  });

  it("says gone and unknown without a signature", async () => {
    expect((await activity("secure.test/users/de")).status).toBe(410);
    expect((await activity("secure.test/users/nobody")).status).toBe(404);
    expect((await get("secure.test/.well-known/webfinger?resource=acct:de@secure.test")).status).toBe(410);
  });

  it("behind a login still describe the instance", async () => {
    expect(await get("login.test/api/v1/accounts/lookup?acct=lo")).toMatchObject({
      status: 401,
      json: { error: "This method requires an authenticated user" },
    });
    expect((await get("login.test/api/v1/instance/peers")).status).toBe(200);
    expect((await get("login.test/api/v2/instance")).status).toBe(200);
  });

  it("of a closed circle open for one document, which says so", async () => {
    expect((await get("club.test/api/v1/instance/peers")).status).toBe(401);
    expect((await get("club.test/api/v1/accounts/lookup?acct=cl")).status).toBe(401);
    expect((await get("club.test/api/v2/instance")).json).toMatchObject({
      configuration: { limited_federation: true },
    });
    expect((await activity("club.test/users/cl")).status).toBe(401);
  });
});

describe("being found", () => {
  const { get, activity } = inWorld({
    servers: { "far.test": { web: "social.far.test", numericIds: true } },
    followers: { "far.test": ["Bo"], "near.test": ["nils"] },
  });

  it("leads from the domain in handles to the host that answers", async () => {
    const moved = await get("far.test/.well-known/webfinger?resource=acct:bo@far.test");
    expect([moved.status, moved.headers.location]).toEqual([
      301,
      "https://social.far.test/.well-known/webfinger?resource=acct:bo@far.test",
    ]);
    const { json } = await get("social.far.test/.well-known/webfinger?resource=acct:bo@far.test");
    expect(json).toMatchObject({ subject: "acct:Bo@far.test" });
    expect((await get("far.test/.well-known/nodeinfo")).status).toBe(404);
  });

  it("knows actors by number where the server does", async () => {
    const { json } = await get("social.far.test/api/v1/accounts/lookup?acct=bo");
    const { uri } = json as { uri: string };
    expect(uri).toMatch(/^https:\/\/social\.far\.test\/ap\/users\/\d+$/);
    expect((await activity(uri.replace("https://", ""))).json).toMatchObject({ id: uri, preferredUsername: "Bo" });
  });

  it("offers a form for following from afar", async () => {
    const { json } = await get("near.test/.well-known/webfinger?resource=https://near.test");
    expect(json).toMatchObject({
      links: expect.arrayContaining([
        {
          rel: "http://ostatus.org/schema/1.0/subscribe",
          template: "https://near.test/authorize_interaction?uri={uri}",
        },
      ]),
    });
  });

  it("tells robots about one path only", async () => {
    expect((await get("near.test/robots.txt")).text).toContain("Disallow: /api/v1/instance/domain_blocks");
  });
});
