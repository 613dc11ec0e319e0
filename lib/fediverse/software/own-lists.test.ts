import { describe, expect, it } from "vitest";
import { type Answers, fakeGate } from "#testing/fake-gate.ts";
import { readRequests } from "../about/requests.ts";
import { type ListStep, readFollowers } from "../follower-list/list.ts";
import type { Adapter } from "../question/adapter.ts";
import { askFact } from "../question/ask.ts";
import { ADAPTERS } from "./index.ts";

const SERVER = { host: "new.example", webHost: "new.example" };
const account = (n: number) => ({ id: String(n), username: `p${n}`, acct: `p${n}@far.example`, url: "" });
const accounts = (count: number, from = 0) => Array.from({ length: count }, (_, n) => account(from + n));
const at = (path: string) => `https://new.example/api/v1/${path}`;
const linked = (body: unknown, ...links: readonly (readonly [string, string])[]) => ({
  body,
  headers: { link: links.map(([rel, place]) => `<https://new.example/x?${place}>; rel="${rel}"`).join(", ") },
});

async function read(pages: AsyncGenerator<ListStep, unknown> | undefined) {
  let people = 0;
  for (;;) {
    const step = await pages?.next();
    const value = step?.value as ListStep | undefined;
    if (!value) throw new Error("no end");
    if (value.kind === "end") return [people, value.complete];
    people += value.rows.length;
  }
}
const followersOn = ({ signedIn, ...adapter }: Adapter, answers: Answers) =>
  read(
    readFollowers(
      { ...adapter, signedIn: signedIn ?? {}, ...(signedIn?.followers ? { followers: signedIn.followers } : {}) },
      fakeGate(answers),
      { server: SERVER, user: "alice", account: { acct: "alice@new.example", id: "7" } },
    ),
  );
const requestsOn = (adapter: Adapter, answers: Answers) =>
  read(readRequests(adapter, fakeGate(answers), SERVER, {}, null));

describe("lists of the own account", () => {
  it("of Pixelfed go on at what it calls the page before", async () => {
    const first = at("accounts/7/followers?limit=80");
    const pages = {
      [first]: linked(accounts(80), ["prev", "limit=80&cursor=abc%3D"]),
      [`${first}&cursor=abc%3D`]: linked(accounts(5, 80), ["next", "limit=80&cursor=back"]),
    };
    expect(await followersOn(ADAPTERS.pixelfed, pages)).toEqual([85, true]);
  });

  it.each([
    [ADAPTERS.pixelfed, 99, 100, true],
    // There is no second page to be asked for.
    [ADAPTERS.pixelfed, 100, 100, false],
  ])("requests that fill the only page may not be all: %#", async (adapter, count, limit, complete) => {
    const answers = { [at(`follow_requests?limit=${limit}`)]: { body: accounts(count) } };
    expect(await requestsOn(adapter, answers)).toEqual([count, complete]);
  });

  it("requests come in pages on Akkoma, which names one behind the last, and all at once on Pleroma", async () => {
    const first = at("follow_requests?limit=40");
    const paged = {
      [first]: linked(accounts(40), ["next", "max_id=b"], ["prev", "min_id=a"]),
      [`${first}&max_id=b`]: linked(accounts(5, 40), ["next", "max_id=c"], ["prev", "min_id=b"]),
      [`${first}&max_id=c`]: { body: [] },
    };
    expect(await requestsOn(ADAPTERS.akkoma, paged)).toEqual([45, true]);
    expect(await requestsOn(ADAPTERS.pleroma, { [first]: { body: accounts(90) } })).toEqual([90, true]);
  });
});

describe("a yes", () => {
  const yes = (adapter: Adapter, answers: Answers) =>
    askFact(fakeGate(answers), adapter.signedIn?.accept, { ...SERVER, key: "9" });
  const onMisskey = { "https://new.example/api/following/requests/accept": { status: 204, body: "" } };
  const refused = (code: string) => ({
    "https://new.example/api/following/requests/accept": { status: 400, body: { error: { code } } },
  });
  const page = { "https://new.example/api/following/requests/accept": { body: "<html>" } };
  const answered = (body: object, status = 200) => ({ [at("follow_requests/9/authorize")]: { body, status } });

  it.each<[string, Adapter, Answers, string]>([
    ["Misskey with nothing", ADAPTERS.misskey, onMisskey, "in"],
    ["Misskey of no request", ADAPTERS.misskey, refused("NO_FOLLOW_REQUEST"), "gone"],
    ["Misskey without the right", ADAPTERS.misskey, refused("PERMISSION_DENIED"), "needs-login"],
    ["a page in its place", ADAPTERS.misskey, page, "bad-answer"],
    ["Iceshrimp.NET of one who follows", ADAPTERS["iceshrimp-net"], answered({ followed_by: true }), "in"],
    ["Iceshrimp.NET of one who does not", ADAPTERS["iceshrimp-net"], answered({ followed_by: false }), "gone"],
    ["Mastodon of one who does not", ADAPTERS.mastodon, answered({ followed_by: false }), "bad-answer"],
    ["Akkoma that has nothing to accept", ADAPTERS.akkoma, answered({}, 500), "unreachable"],
    ["Hollo of no request", ADAPTERS.hollo, answered({ error: "Record not found" }, 404), "gone"],
  ])("is answered by %s", async (_, adapter, answers, expected) => {
    const fact = await yes(adapter, answers);
    expect(fact.known ? fact.value : fact.gap).toBe(expected);
  });
});

describe("what the owner has blocked", () => {
  it.each<[keyof typeof ADAPTERS, string, readonly string[], readonly object[], boolean]>([
    ["mastodon", "?limit=200", ["Far.example", "*.star.example"], [{ name: "far.example" }], true],
    ["akkoma", "", ["far.example", "*.star.example"], [{ name: "far.example" }], true],
    ["pleroma", "", ["*.star.example"], [{ name: "star.example", below: true }], true],
    ["pixelfed", "?limit=200", ["far.example"], [{ name: "far.example" }], true],
  ])("servers on %s", async (id, query, body, value, complete) => {
    const gate = fakeGate({ [at(`domain_blocks${query}`)]: { body } });
    const fact = await askFact(gate, ADAPTERS[id].signedIn?.own?.servers?.question, SERVER);
    expect(fact).toMatchObject({ known: true, value, complete });
  });

  it("may be more where as many come as are given at once, and is all where no limit is known", async () => {
    const body = Array.from({ length: 200 }, (_, n) => `s${n}.example`);
    for (const [id, query, complete] of [
      ["mastodon", "?limit=200", false],
      ["akkoma", "", true],
    ] as const) {
      const gate = fakeGate({ [at(`domain_blocks${query}`)]: { body } });
      const fact = await askFact(gate, ADAPTERS[id].signedIn?.own?.servers?.question, SERVER);
      expect(fact).toMatchObject({ known: true, complete });
    }
  });

  it.each<[keyof typeof ADAPTERS, number, string]>([
    ["mastodon", 80, "max_id"],
    ["gotosocial", 80, "max_id"],
    ["hollo", 80, "until"],
    ["pixelfed", 80, "page"],
    ["akkoma", 40, "max_id"],
    ["iceshrimp-net", 40, "max_id"],
    ["friendica", 40, "max_id"],
  ])("people on %s come %i a page, by %s", async (id, limit, place) => {
    const question = ADAPTERS[id].signedIn?.own?.people;
    if (!question) throw new Error("no question");
    expect(question.path({ ...SERVER, at: null })).toBe(`/api/v1/blocks?limit=${limit}`);
    const headers = { link: `<https://thief.example/x?${place}=2026-11-30T12%3A00Z>; rel="next"` };
    const next = question.next({ page: { raw: limit, rows: [] }, body: [], headers, url: "" });
    // Only the place is taken out of it: the page is asked of the own server whatever address stands there.
    expect(next).toEqual({ at: "2026-11-30T12:00Z" });
    const onward = next as { readonly at: string };
    expect(question.path({ ...SERVER, at: onward.at })).toBe(
      `/api/v1/blocks?limit=${limit}&${place}=${encodeURIComponent(onward.at)}`,
    );
  });
});
