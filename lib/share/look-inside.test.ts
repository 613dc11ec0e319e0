import { describe, expect, test } from "vitest";
import { type Answers, fakeGate } from "#testing/fake-gate.ts";
import { AT, shareSource } from "#testing/share.ts";
import { hourOf, lookInside } from "./look-inside.ts";
import { makeData } from "./make-data.ts";

const made = makeData(shareSource(), "nonce", AT);
if (!made) throw new Error("the pair of these tests is complete");
const pair = made;
const [OLD, NEW] = [pair.old, pair.new];

const api = (path: string, body: unknown, status = 200): Answers => ({
  [`https://far.example/api/v1/${path}`]: { status, body },
});
const list = (...rows: readonly object[]) => api("instance/domain_blocks", rows);
const row = (domain: string, severity = "suspend") => ({ domain, severity, comment: "" });
const itself = (host: string) => `${host}@${host}`;
const finger = (host: string): Answers => ({
  [`https://${host}/.well-known/webfinger?resource=${encodeURIComponent(`acct:${itself(host)}`)}`]: {
    body: {
      subject: `acct:${itself(host)}`,
      links: [{ rel: "self", type: "application/activity+json", href: `https://${host}/actor` }],
    },
  },
});
const account = (acct: string) => ({
  ...{ id: "77", username: acct.split("@")[0], acct, url: `https://${acct.split("@")[1]}/@x` },
  ...{ display_name: "", note: "", fields: [], locked: false, bot: false, followers_count: 1 },
});
const search = (acct: string, ...found: readonly object[]): Answers =>
  api(`accounts/search?limit=1&resolve=true&q=${encodeURIComponent(acct)}`, found);
const finds = (host: string): Answers => ({ ...finger(host), ...search(itself(host), account(itself(host))) });
const loses = (host: string): Answers => ({ ...finger(host), ...search(itself(host)) });
const knows = api(`accounts/lookup?acct=${encodeURIComponent(NEW.acct)}`, account(NEW.acct));
const relation = (...rows: readonly object[]) => api(`accounts/relationships?id[]=77`, rows);

const named: Answers = {
  "https://far.example/api/v2/instance": {
    body: { domain: "far.example", configuration: { limited_federation: false } },
  },
};

const PASS = {
  signedIn: { token: "t", host: "far.example", account: "signed-in x" },
  ...{ accountId: "1", rights: ["read:accounts", "read:follows"] },
};
async function look(answers: Answers, software = "mastodon") {
  const gate = fakeGate(answers);
  const server = { host: "far.example", webHost: "far.example" };
  const inside = await lookInside(gate, server, { name: software, version: "4.6.5" }, pair, PASS);
  return { inside, asks: gate.asks };
}

describe("what a server tells one of its people", () => {
  test.each<[string, Answers, object]>([
    [
      "a list that names the new one",
      list(row(NEW.host)),
      {
        onNew: { list: { value: { inbound: "blocked" }, source: { kind: "member" } } },
        onOld: { list: { known: true } },
      },
    ],
    ["a list that is for nobody", api("instance/domain_blocks", "", 404), { onNew: {}, onOld: {} }],
    ["both are found", { ...finds(NEW.host), ...finds(OLD.host) }, { onNew: { resolve: { value: { found: true } } } }],
    [
      "the old one is not",
      { ...loses(OLD.host), ...named },
      { onOld: { resolve: { value: { found: false } } }, instance: { value: { limitedFederation: false } } },
    ],
    ["one that we do not find either says nothing", search(itself(NEW.host)), { onNew: {}, onOld: {} }],
  ])("%s", async (_, answers, told) => {
    expect((await look(answers)).inside.told).toMatchObject(told);
  });

  test("it is noted to the hour", async () => {
    const { told } = (await look(list(row(NEW.host)))).inside;
    expect(told.onNew.list?.source?.at).toBe("2026-11-20T12:00:00.000Z");
    expect(hourOf("2026-11-20T12:34:56.789Z")).toBe("2026-11-20T12:00:00.000Z");
  });

  test("a gap is not kept", async () => {
    expect((await look({})).inside.told).toEqual({ onOld: {}, onNew: {} });
  });
});

describe("how he stands to the new account", () => {
  const of = (change: object) => ({ id: "77", following: false, requested: false, ...change });
  test.each<[string, Answers, string | undefined]>([
    ["follows", { ...knows, ...relation(of({ following: true })) }, "follows"],
    ["has asked", { ...knows, ...relation(of({ requested: true })) }, "requested"],
    ["neither", { ...knows, ...relation(of({})) }, "none"],
    [
      "not known there before",
      { ...search(NEW.acct, account(NEW.acct)), ...relation(of({ following: true })) },
      "follows",
    ],
    ["an answer about somebody else", { ...knows, ...relation(of({ id: "78", following: true })) }, undefined],
    ["no answer", knows, undefined],
  ])("%s", async (_, answers, expected) => {
    expect((await look(answers)).inside.relation).toBe(expected);
  });

  test("of the answer nothing else is taken", async () => {
    const blocks = { blocking: true, blocked_by: true, domain_blocking: true, muting: true, note: "secret" };
    const { inside } = await look({ ...knows, ...relation(of({ requested: true, ...blocks })) });
    expect(inside).toEqual({ told: { onOld: {}, onNew: {} }, relation: "requested" });
  });
});

describe("other software looks up people alone", () => {
  const post = (path: string, body: object) => `POST https://far.example/api/${path} ${JSON.stringify(body)}`;
  const shown = (uri: string | undefined, answer: object): Answers => ({
    [post("ap/show", { uri: uri ?? "" })]: answer,
  });
  const isUser = { body: { type: "User", object: { id: "a1", username: "maria", host: NEW.host } } };
  const refusal = (code: string) => ({ status: 400, body: { error: { code, message: "x", id: "y", kind: "client" } } });
  const meta = { [post("meta", { detail: false })]: { body: { federation: "all" } } };
  const stance = (fields: object): Answers => ({
    [post("users/relation", { userId: "a1" })]: {
      body: { id: "a1", isFollowing: false, hasPendingFollowRequestFromYou: false, isBlocking: true, ...fields },
    },
  });

  test.each<[string, Answers, object]>([
    ["Misskey finds both", { ...shown(NEW.uri, isUser), ...shown(OLD.uri, isUser) }, { found: true }],
    [
      "Misskey says that it does not talk to that server",
      { ...shown(NEW.uri, refusal("FEDERATION_NOT_ALLOWED")), ...meta },
      { found: false, said: true },
    ],
  ])("%s", async (_, answers, value) => {
    const { told } = (await look(answers, "misskey")).inside;
    expect(told.onNew.resolve).toMatchObject({ known: true, value, source: { kind: "member" } });
  });

  test.each(["NO_SUCH_OBJECT", "REQUEST_FAILED", "RATE_LIMIT_EXCEEDED", "URI_INVALID"])(
    "%s says nothing",
    async (code) => {
      expect((await look(shown(NEW.uri, refusal(code)), "misskey")).inside.told.onNew).toEqual({});
    },
  );

  test.each<[string, object, string]>([
    ["follows", { isFollowing: true }, "follows"],
    ["has asked", { hasPendingFollowRequestFromYou: true }, "requested"],
    ["neither", {}, "none"],
  ])("on Misskey the asker %s, and of the answer nothing else is taken", async (_, fields, relation) => {
    const { inside, asks } = await look({ ...shown(NEW.uri, isUser), ...stance(fields) }, "misskey");
    expect(inside).toMatchObject({ relation });
    expect(JSON.stringify(inside)).not.toMatch(/block/i);
    expect(asks.filter(({ url }) => url.endsWith("/ap/show"))).toHaveLength(2);
  });

  test("of an answer about somebody else nothing is taken", async () => {
    const { inside } = await look({ ...shown(NEW.uri, isUser), ...stance({ id: "b2", isFollowing: true }) }, "misskey");
    expect(inside.relation).toBeUndefined();
  });

  const found = search(`@${NEW.acct}`, account(NEW.acct));
  test("GoToSocial finds the account, and then how he stands to it", async () => {
    const following = relation({ id: "77", following: true, requested: false });
    const { inside } = await look({ ...found, ...following, ...list() }, "gotosocial");
    expect(inside).toMatchObject({ told: { onNew: { resolve: { value: { found: true } } } }, relation: "follows" });
  });

  test("GoToSocial says nothing by finding nobody", async () => {
    const { inside } = await look(search(`@${NEW.acct}`), "gotosocial");
    expect(inside).toEqual({ told: { onOld: {}, onNew: {} } });
  });

  test("GoToSocial is asked for its allows where a row hits, and nowhere else", async () => {
    const allows = api("instance/domain_allows", [{ domain: NEW.host }]);
    const { inside } = await look({ ...list(row(NEW.host)), ...allows }, "gotosocial");
    expect(inside.told.onNew).toMatchObject({ list: { value: { inbound: "blocked" } }, allow: { value: true } });
    const { asks } = await look({ ...list(row("other.example")), ...allows }, "gotosocial");
    expect(asks.some(({ url }) => url.endsWith("/domain_allows"))).toBe(false);
  });
});

test("a server is asked few things, and only it is asked with the token", async () => {
  const { asks } = await look({ ...list(), ...loses(NEW.host), ...loses(OLD.host) });
  expect(asks.length).toBeLessThanOrEqual(14);
  const signed = asks.filter(({ signedIn }) => signedIn);
  expect(new Set(signed.map(({ url }) => new URL(url).host))).toEqual(new Set(["far.example"]));
  const others = asks.filter(({ url }) => new URL(url).host !== "far.example");
  expect(others.every(({ own, url }) => !own && url.includes("/.well-known/webfinger"))).toBe(true);
});
