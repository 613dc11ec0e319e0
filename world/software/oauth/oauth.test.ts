import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { inWorld, PLAIN } from "#testing/in-world.ts";
import { visitorOf } from "#testing/signin/visitor.ts";
import type { Heard } from "../../serve/ask.ts";

const BACK = "https://house.test/signin/back/new.test";
const VERIFIER = "a-verifier-of-forty-three-letters-or-more-0123";
const CHALLENGE = createHash("sha256").update(VERIFIER).digest("base64url");
const READS = "profile read:accounts read:follows";
const waiting = Array.from({ length: 90 }, (_, n) => `w${n}`);

describe("Mastodon", () => {
  const { get, post, world } = inWorld({
    ...PLAIN,
    old: { at: "alice@old.test" },
    target: { at: "alice@new.test", locked: true, hidesLists: true },
    newIsBusy: false,
    servers: {
      "new.test": { blocks: { "shut.test": "suspend", "slow.test": "silence" }, list: "users", window: 10_000 },
      "wary.test": { secure: true, blocks: { "new.test": "suspend" } },
      "plain.test": { blocks: { "new.test": "suspend" } },
      "dead.test": { fault: "black-hole" },
    },
    followers: {
      "far.test": waiting,
      "shut.test": ["sue"],
      "slow.test": ["sal"],
      "wary.test": ["wim"],
      "plain.test": ["pat"],
    },
  });
  const form = (url: string, fields: Readonly<Record<string, string>>): Promise<Heard> =>
    get(url, { method: "POST", form: fields });
  const visitor = () => visitorOf(world());

  type Client = { readonly client_id: string; readonly client_secret: string };
  let client: Promise<Client> | undefined;
  const app = () => {
    client ??= post("new.test/api/v1/apps", {
      client_name: "x",
      redirect_uris: BACK,
      scopes: `${READS} read:search`,
    }).then(({ json }) => json as Client);
    return client;
  };
  async function going(scope = READS, more: Readonly<Record<string, string>> = {}) {
    const { client_id } = await app();
    const asked = { response_type: "code", client_id, redirect_uri: BACK, scope, state: "s" };
    return `https://new.test/oauth/authorize?${new URLSearchParams({ ...asked, ...more })}`;
  }
  const PKCE = { code_challenge: CHALLENGE, code_challenge_method: "S256" };
  async function exchange(code: string, more: Readonly<Record<string, string>> = {}) {
    const fields = { ...(await app()), grant_type: "authorization_code", redirect_uri: BACK, code };
    return form("new.test/oauth/token", { ...fields, code_verifier: VERIFIER, ...more });
  }
  async function tokenFor(user: string, scope = READS, who = visitor()): Promise<string> {
    const arrived = await who.go(await going(scope, PKCE), user);
    const code = "back" in arrived ? (arrived.back.searchParams.get("code") ?? "") : "";
    return ((await exchange(code)).json as { access_token: string }).access_token;
  }
  const as = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

  it("has an issuer with a slash, and names none on the way back", async () => {
    const { json } = await get("new.test/.well-known/oauth-authorization-server");
    expect(json).toMatchObject({ issuer: "https://new.test/", userinfo_endpoint: "https://new.test/oauth/userinfo" });
    const arrived = await visitor().go(await going(READS, PKCE), "alice");
    expect("back" in arrived && [...arrived.back.searchParams.keys()]).toEqual(["code", "state"]);
    const denied = await visitor()
      .go(await going(READS, PKCE), "mod0", "deny")
      .catch(() => null);
    expect(denied).not.toBeNull();
  });

  it("ends what is wrong on a page of its own, from which nobody comes back", async () => {
    for (const url of [
      await going("write:accounts", PKCE),
      await going(READS, { redirect_uri: "https://other.test/" }),
      await going(READS, { client_id: "nobody" }),
      await going(READS, { code_challenge: VERIFIER, code_challenge_method: "plain" }),
    ])
      expect(await visitor().go(url, "alice")).toMatchObject({ page: "An error has occurred" });
    const moved = await post("old.test/api/v1/apps", { client_name: "x", redirect_uris: BACK, scopes: READS });
    const { client_id } = moved.json as Client;
    const url = `https://old.test/oauth/authorize?${new URLSearchParams({ response_type: "code", client_id, redirect_uri: BACK, scope: READS })}`;
    expect(await visitor().go(url, "alice")).toMatchObject({ page: "Account settings" });
  });

  it("checks the challenge, and takes a code once", async () => {
    const code = async () => {
      const arrived = await visitor().go(await going(READS, PKCE), "alice");
      return "back" in arrived ? (arrived.back.searchParams.get("code") ?? "") : "";
    };
    expect(await exchange(await code(), { code_verifier: "wrong" })).toMatchObject({
      status: 400,
      json: { error: "invalid_grant" },
    });
    const once = await code();
    expect((await exchange(once)).status).toBe(200);
    expect(await exchange(once)).toMatchObject({ status: 400, json: { error: "invalid_grant" } });
    expect(await exchange("x", { client_secret: "y" })).toMatchObject({
      status: 401,
      json: { error: "invalid_client" },
    });
  });

  it("hands out the same token again without a page, until it is taken back", async () => {
    const who = visitor();
    const [first, shown] = [await tokenFor("alice", READS, who), [...who.pages]];
    expect(await tokenFor("alice", READS, who)).toBe(first);
    expect([shown.includes("Authorization required"), who.pages]).toEqual([expect.any(Boolean), []]);
    expect(await form("new.test/oauth/revoke", { ...(await app()), token: first, client_secret: "x" })).toMatchObject({
      status: 403,
    });
    for (const _ of [1, 2])
      expect(await form("new.test/oauth/revoke", { ...(await app()), token: first })).toMatchObject({
        status: 200,
        text: "{}",
      });
    expect((await get("new.test/api/v1/follow_requests", as(first))).status).toBe(401);
    expect(await tokenFor("alice", READS, who)).not.toBe(first);
    expect(who.pages).toContain("Authorization required");
  });

  it("shows its owner a hidden list and who waits, in pages, and counts no further than forty", async () => {
    const token = await tokenFor("alice");
    const { json } = await get("new.test/api/v1/accounts/verify_credentials", as(token));
    expect(json).toMatchObject({ username: "alice", source: { follow_requests_count: 40 } });
    const page = await get("new.test/api/v1/follow_requests?limit=200", as(token));
    expect(page.json).toHaveLength(80);
    const [, next = ""] = /<https:\/\/([^>]+)>; rel="next"/.exec(String(page.headers.link)) ?? [];
    expect((await get(next, as(token))).json).toHaveLength(11);
    expect((await get("new.test/api/v1/follow_requests")).status).toBe(401);
  });

  it("refuses a token without the right even where strangers are served", async () => {
    const token = await tokenFor("alice", "read:follows");
    expect((await get("new.test/api/v1/accounts/lookup?acct=alice")).status).toBe(200);
    expect(await get("new.test/api/v1/accounts/lookup?acct=alice", as(token))).toMatchObject({
      ...{ status: 403, json: { error: "This action is outside the authorized scopes" } },
    });
    expect((await get("new.test/api/v1/instance/domain_blocks")).status).toBe(404);
    expect((await get("new.test/api/v1/instance/domain_blocks", as(token))).json).toHaveLength(2);
  });

  it.each([
    ["far.test@far.test", 200, 1],
    ["shut.test@shut.test", 200, 0],
    ["slow.test@slow.test", 200, 1],
    ["wary.test@wary.test", 200, 1],
    ["plain.test@plain.test", 200, 1],
    ["wim@wary.test", 200, 0],
    ["w1@far.test", 200, 1],
    ["nobody@far.test", 200, 0],
    ["x@nowhere.test", 503, undefined],
    ["dead.test@dead.test", 503, undefined],
  ])("resolves %s: %s", async (acct, status, found) => {
    const token = await tokenFor("alice");
    const heard = await get(`new.test/api/v1/accounts/search?limit=1&resolve=true&q=${acct}`, as(token));
    expect([heard.status, Array.isArray(heard.json) ? heard.json.length : undefined]).toEqual([status, found]);
  });

  it.each([
    ["https://far.test/users/w1", 1],
    ["https://shut.test/users/sue", 0],
    ["https://slow.test/users/sal", 1],
    ["https://wary.test/users/wim", 0],
    ["https://plain.test/users/pat", 1],
    ["https://far.test/users/nobody", 0],
  ])("fetches %s by its address", async (uri, found) => {
    const token = await tokenFor("alice", "read:search");
    const heard = await get(
      `new.test/api/v2/search?type=accounts&resolve=true&q=${encodeURIComponent(uri)}`,
      as(token),
    );
    expect(heard.json).toMatchObject({ accounts: { length: found } });
    expect((await get("new.test/api/v2/search?q=x", as(await tokenFor("alice")))).status).toBe(403);
  });

  it("makes five apps in ten minutes, refused ones counted", async () => {
    const make = (scopes: string) => post("far.test/api/v1/apps", { client_name: "x", redirect_uris: BACK, scopes });
    const answers = [];
    for (const scopes of ["read:nonsense", "read", "read", "read", "read", "read"])
      answers.push((await make(scopes)).status);
    expect(answers).toEqual([422, 200, 200, 200, 200, 429]);
  });
});

describe("Misskey", () => {
  const { get, post, world } = inWorld({
    ...PLAIN,
    servers: { "mk.test": { software: "sharkey" } },
    others: { "mk.test": ["mia"] },
  });

  it("promises an issuer that never comes, and answers a session once", async () => {
    const { json } = await get("mk.test/.well-known/oauth-authorization-server");
    expect(json).toMatchObject({ authorization_response_iss_parameter_supported: true });
    const url = `https://mk.test/miauth/abc?name=x&callback=${encodeURIComponent(BACK)}&permission=read:account`;
    expect(await post("mk.test/api/miauth/abc/check", {})).toMatchObject({ json: { ok: false } });
    const arrived = await visitorOf(world()).go(url, "mia");
    expect("back" in arrived && arrived.back.searchParams.get("session")).toBe("abc");
    const checked = await post("mk.test/api/miauth/abc/check", {});
    expect(checked.json).toMatchObject({ ok: true, user: { username: "mia" } });
    expect(await post("mk.test/api/miauth/abc/check", {})).toMatchObject({ json: { ok: false } });
    const { token } = checked.json as { token: string };
    expect((await post("mk.test/api/i", { i: token })).json).toMatchObject({ username: "mia" });
    expect((await post("mk.test/api/following/requests/list", { i: token })).status).toBe(403);
  });
});

describe("servers with ways of their own", () => {
  const { get, post, world } = inWorld({
    ...PLAIN,
    servers: {
      "pix.test": { software: "pixelfed" },
      "friendica.test": { software: "friendica" },
      "ice.test": { software: "iceshrimp.net" },
    },
    followers: { "pix.test": ["pia"], "friendica.test": ["fritz", "frieda"], "ice.test": ["isa"] },
  });
  type App = { readonly client_id: string; readonly client_secret: string };
  const back = (host: string) => `https://house.test/signin/back/${host}`;
  const appOn = async (host: string, scopes: string): Promise<App> => {
    const { json } = await post(`${host}/api/v1/apps`, { client_name: "x", redirect_uris: back(host), scopes });
    const { client_id, client_secret } = json as App;
    return { client_id, client_secret };
  };
  const tokenAt = (host: string, fields: Readonly<Record<string, string>>) =>
    get(`${host}/oauth/token`, { method: "POST", form: fields });
  async function arrive(host: string, { client_id }: App, scope: string, user: string) {
    const asked = { response_type: "code", client_id, redirect_uri: back(host), scope, state: "s" };
    const arrived = await visitorOf(world()).go(`https://${host}/oauth/authorize?${new URLSearchParams(asked)}`, user);
    return "back" in arrived ? arrived.back.searchParams : new URLSearchParams({ page: arrived.page });
  }
  async function grant(host: string, app: App, scope: string, user: string, more = {}) {
    const code = (await arrive(host, app, scope, user)).get("code") ?? "";
    return tokenAt(host, { ...app, grant_type: "authorization_code", redirect_uri: back(host), code, ...more });
  }

  it("publish nothing about their places", async () => {
    for (const host of ["pix.test", "friendica.test", "ice.test"])
      expect((await get(`${host}/.well-known/oauth-authorization-server`)).status).toBe(404);
  });

  it("Pixelfed makes any app, knows coarse rights alone and tells the app so, and never says what a token is for", async () => {
    const app = await appOn("pix.test", "read:accounts");
    expect((await arrive("pix.test", app, "read:accounts", "pia")).get("error")).toBe("invalid_scope");
    const { json } = await grant("pix.test", app, "read", "pia");
    expect(json).toMatchObject({ token_type: "Bearer", expires_in: 31_536_000, refresh_token: expect.any(String) });
    expect(json).not.toHaveProperty("scope");
    const { access_token: token } = json as { access_token: string };
    expect((await get("pix.test/oauth/revoke", { method: "POST", form: { ...app, token } })).status).toBe(404);
  });

  it("Friendica gives back all tokens of an app with one, and answers with the rights of the app", async () => {
    const app = await appOn("friendica.test", "read");
    const tokens = await Promise.all(
      ["fritz", "frieda"].map(async (user) => (await grant("friendica.test", app, "read", user)).json),
    );
    expect(tokens).toMatchObject([{ scope: "read" }, { scope: "read" }]);
    const [token, other] = (tokens as { access_token: string }[]).map((one) => one.access_token);
    const revoke = () => get("friendica.test/oauth/revoke", { method: "POST", form: { ...app, token: token ?? "" } });
    expect((await revoke()).status).toBe(200);
    const whose = { headers: { authorization: `Bearer ${other}` } };
    expect((await get("friendica.test/api/v1/accounts/verify_credentials", whose)).status).toBe(401);
  });

  it("Iceshrimp.NET has no token for an app alone, wants the rights once more, and refuses unknown ones with 400", async () => {
    const strange = await post("ice.test/api/v1/apps", {
      client_name: "x",
      redirect_uris: back("ice.test"),
      scopes: "x",
    });
    expect(strange.status).toBe(400);
    const app = await appOn("ice.test", "read:accounts");
    expect((await tokenAt("ice.test", { ...app, grant_type: "client_credentials", scope: "read" })).status).toBe(400);
    expect((await grant("ice.test", app, "read:accounts", "isa")).status).toBe(400);
    const scope = "read:accounts";
    expect((await grant("ice.test", app, scope, "isa", { scope })).json).toMatchObject({ scope });
  });
});
