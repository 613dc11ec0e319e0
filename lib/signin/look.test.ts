import { describe, expect, it, test } from "vitest";
import type { Pass } from "#lib/domain/ports/tokens.ts";
import { type Answers, fakeGate } from "#testing/fake-gate.ts";
import type { LookAttempt } from "./attempt.ts";
import { isOf, receiveLook } from "./look.ts";
import { placesOf } from "./places.ts";
import { makeSeal } from "./seal.ts";

const HOST = "social.far.example";
const RIGHTS = ["read:accounts", "read:follows"];
const places = placesOf(HOST, undefined);
if (places === "elsewhere") throw new Error("these places are at home");

const attempt: LookAttempt = {
  ...{ flow: "oauth", use: "look", host: HOST, rights: RIGHTS, places, binder: "", verifier: "v".repeat(43) },
  back: `https://housewarming.example/signin/back/${HOST}`,
  client: { id: "app", secret: "secret", rights: RIGHTS },
  revokes: true,
  from: { token: "t", server: "far.example" },
};

it.each([
  ["an account of the host that was asked", "https://social.far.example/users/bo", true],
  ["one whose address has the domain of its handle", "https://far.example/users/bo", true],
  ["one whose server does not say its address", undefined, true],
  ["an account of another server", "https://near.example/users/bo", false],
  ["a host below it", "https://evil.far.example/users/bo", false],
  ["no address at all", "bo", false],
])("is somebody of the server that was asked: %s", (_, uri, expected) => {
  expect(isOf({ id: "1", user: "bo", ...(uri ? { uri } : {}) }, attempt)).toBe(expected);
});

const JSON_TYPE = { "content-type": "application/json" };
const token = (scope: string): Answers => ({
  [`https://${HOST}/oauth/token`]: {
    body: { access_token: "sesame", token_type: "Bearer", scope },
    headers: JSON_TYPE,
  },
});
const whose = (uri: string): Answers => ({
  [`https://${HOST}/api/v1/accounts/verify_credentials`]: { body: { id: "7", username: "bo", uri } },
});
const revoke = (status = 200): Answers => ({ [`https://${HOST}/oauth/revoke`]: { status, body: "{}" } });
const HERS = whose("https://social.far.example/users/bo");
const GRANTED = token(RIGHTS.join(" "));

describe("a follower on Misskey", () => {
  const session = "1f0c";
  const byMiAuth: LookAttempt = {
    ...{ flow: "miauth", use: "look", host: HOST, rights: ["read:account"], binder: "", session },
    ...{ back: attempt.back, from: attempt.from },
  };
  const check = (body: unknown): Answers => ({ [`POST https://${HOST}/api/miauth/${session}/check {}`]: { body } });
  const me = { [`POST https://${HOST}/api/i {}`]: { body: { id: "a1", username: "bo" } } };
  async function come(answers: Answers, query: object = { session }) {
    const gate = fakeGate(answers);
    const deps = { gate, store: {} as never, seal: makeSeal("secret"), now: () => new Date() };
    const told = { state: "s", query: new URLSearchParams({ state: "s", ...query }) };
    const ended = await receiveLook(deps, { checkId: "c", attempt: byMiAuth, ...told }, async (pass) => pass);
    return { ended, asked: gate.asks.map(({ url }) => new URL(url).pathname) };
  }

  test("has a permission that no app can give back, and is told so", async () => {
    const { ended, asked } = await come({ ...check({ ok: true, token: "sesame" }), ...me });
    expect(ended).toMatchObject({ end: "in", revoked: false, value: { accountId: "a1", rights: ["read:account"] } });
    expect(asked).toEqual([`/api/miauth/${session}/check`, "/api/i"]);
  });

  test.each<[string, Answers, object]>([
    ["said no", check({ ok: false }), { session }],
    ["brings another session", check({ ok: true, token: "sesame" }), { session: "other" }],
    ["brings none", check({ ok: true, token: "sesame" }), {}],
  ])("is asked nothing who %s", async (_, answers, query) => {
    const { ended, asked } = await come({ ...answers, ...me }, query);
    expect(ended).toEqual({ end: "denied" });
    expect(asked).not.toContain("/api/i");
  });
});

describe("a follower's token", () => {
  async function comeBack(answers: Answers, query: object = { code: "c" }, ask = async (_: Pass) => "answer") {
    const gate = fakeGate(answers);
    const deps = { gate, store: {} as never, seal: makeSeal("secret"), now: () => new Date() };
    const told = { state: "s", query: new URLSearchParams({ state: "s", ...query }) };
    const passes: Pass[] = [];
    const asking = (pass: Pass) => {
      passes.push(pass);
      return ask(pass);
    };
    const ended = await receiveLook(deps, { checkId: "c", attempt, ...told }, asking).catch((error: Error) => error);
    const paths = gate.asks.map(({ url }) => new URL(url).pathname);
    return { ended, passes, paths, isGivenBack: paths.includes("/oauth/revoke"), asks: gate.asks };
  }

  test("is used for the one question, and given back", async () => {
    const { ended, passes, paths, asks } = await comeBack({ ...GRANTED, ...HERS, ...revoke() });
    expect(ended).toEqual({ end: "in", value: "answer", revoked: true });
    expect(passes).toMatchObject([{ signedIn: { token: "sesame", host: HOST }, accountId: "7", rights: RIGHTS }]);
    expect(paths).toEqual(["/oauth/token", "/api/v1/accounts/verify_credentials", "/oauth/revoke"]);
    expect(asks.at(-1)?.form).toContain("token=sesame");
  });

  test("is counted where nobody's account can be told from it, not even two looks of one", async () => {
    const one = await comeBack({ ...GRANTED, ...HERS, ...revoke() });
    const other = await comeBack({ ...GRANTED, ...HERS, ...revoke() });
    const names = [one, other].map(({ asks, passes }) => [
      ...asks.flatMap(({ signedIn }) => signedIn?.account ?? []),
      ...passes.map(({ signedIn }) => signedIn.account),
    ]);
    // Both questions of a look are counted together.
    expect(names.map((all) => [all.length, new Set(all).size])).toEqual([
      [2, 1],
      [2, 1],
    ]);
    expect(names[0]?.[0]).not.toBe(names[1]?.[0]);
  });

  test.each<[string, Answers, object]>([
    ["gives more than was asked for", token("read write"), { end: "granted-more" }],
    [
      "is of another server's account",
      { ...GRANTED, ...whose("https://near.example/users/bo") },
      { end: "other-account" },
    ],
    ["is nobody's, as it seems", GRANTED, { end: "refused" }],
  ])("asks nothing, and is given back, where it %s", async (_, answers, expected) => {
    const { ended, passes, isGivenBack } = await comeBack({ ...answers, ...revoke() });
    expect(ended).toEqual(expected);
    expect(passes).toEqual([]);
    expect(isGivenBack).toBe(true);
  });

  test("is given back where asking with it breaks down", async () => {
    const broken = async () => {
      throw new Error("a mistake of ours");
    };
    const { ended, isGivenBack } = await comeBack({ ...GRANTED, ...HERS, ...revoke() }, undefined, broken);
    expect(ended).toMatchObject({ message: "a mistake of ours" });
    expect(isGivenBack).toBe(true);
  });

  test("is said to be there still where the server does not take it back", async () => {
    const { ended } = await comeBack({ ...GRANTED, ...HERS, ...revoke(503) });
    expect(ended).toMatchObject({ end: "in", revoked: false });
  });

  test.each<[string, object, string]>([
    ["a no", { error: "access_denied" }, "denied"],
    ["another error", { error: "server_error" }, "refused"],
    ["an issuer that is not that server", { code: "c", iss: "https://near.example" }, "refused"],
    ["another state", { code: "c", state: "other" }, "refused"],
  ])("is not asked for after %s", async (_, query, end) => {
    const { ended, paths } = await comeBack({ ...GRANTED, ...HERS, ...revoke() }, query);
    expect(ended).toEqual({ end });
    expect(paths).toEqual([]);
  });

  test.each([
    ["the server does not answer", "connect", "unreachable"],
    ["our own limit is used up", "over-budget", "busy"],
    ["the server is left alone for a while", "paused", "busy"],
    ["our name servers do not answer", "resolver", "busy"],
  ] as const)("is not there where %s, and the end says so", async (_, why, end) => {
    const { ended, passes } = await comeBack({ [`https://${HOST}/oauth/token`]: why });
    expect(ended).toEqual({ end });
    expect(passes).toEqual([]);
  });
});
