import { describe, expect, test } from "vitest";
import { LookupAnswer } from "#lib/contract/share.ts";
import type { Memory, Remembered } from "#lib/domain/ports/ports.ts";
import { type Answers, fakeGate } from "#testing/fake-gate.ts";
import { AT, shareSource } from "#testing/share.ts";
import { MOST_REQUESTS } from "./few-asks.ts";
import { lookUp } from "./look-up.ts";
import { makeData } from "./make-data.ts";

const made = makeData(shareSource(), "nonce", AT);
if (!made) throw new Error("the pair of these tests is complete");
const pair = made;

/** Keeps for ever, and writes down how long it was told to keep. */
function plainMemory() {
  const kept = new Map<string, Promise<Remembered>>();
  const minutes = new Map<string, number>();
  const memory: Memory = {
    once(key, make) {
      const found =
        kept.get(key) ??
        make().then(({ value, ttlMs }) => {
          minutes.set(key, ttlMs / 60_000);
          return { value: structuredClone(value), at: AT };
        });
      kept.set(key, found);
      return found;
    },
    peek: async (key) => kept.get(key),
    forget: async () => kept.clear(),
  };
  return { ...memory, keys: () => [...kept.keys()], minutesOf: (key: string) => minutes.get(key) };
}

const nodeinfo = (host: string, name: string, version = "4.6.5", metadata = {}): Answers => ({
  [`https://${host}/.well-known/nodeinfo`]: {
    body: { links: [{ rel: "http://nodeinfo.diaspora.software/ns/schema/2.0", href: `https://${host}/nodeinfo/2.0` }] },
  },
  [`https://${host}/nodeinfo/2.0`]: { body: { version: "2.0", software: { name, version }, metadata } },
});
const blocks = (host: string, ...rows: readonly object[]): Answers => ({
  [`https://${host}/api/v1/instance/domain_blocks`]: { body: rows },
});
/** Mastodon's answer where the list is for members, or for nobody. */
const hidden: Answers = { "https://far.example/api/v1/instance/domain_blocks": { status: 404, body: "" } };
const closingApi: Answers = { "https://far.example/api/v1/instance/domain_blocks": { status: 410, body: "" } };
const lemmyBlocks = (domain: string): Answers => ({
  "https://far.example/api/v3/federated_instances": {
    body: { federated_instances: { linked: [], allowed: [], blocked: [{ domain }] } },
  },
});
const row = (domain: string, severity = "suspend") => ({ domain, severity, comment: "" });
const finger = (host: string, resource: string, ...links: readonly object[]): Answers => ({
  [`https://${host}/.well-known/webfinger?resource=${encodeURIComponent(resource)}`]: {
    body: { subject: resource, links },
  },
});
const SUBSCRIBE = (host: string) => ({
  rel: "http://ostatus.org/schema/1.0/subscribe",
  template: `https://${host}/authorize_interaction?uri={uri}`,
});

async function look(answers: Answers, address: string, more: object = {}) {
  const gate = fakeGate(answers);
  const memory = plainMemory();
  const found = await lookUp({ gate, memory, now: () => new Date(AT), ...more }, address, pair);
  if (found.ok) LookupAnswer.parse(found.answer);
  return { found, asked: gate.asked, memory };
}
const answerOf = async (answers: Answers, address = "far.example") => {
  const { found } = await look(answers, address);
  return found.ok ? found.answer : found.code;
};

const mastodon = nodeinfo("far.example", "mastodon");
/** The new server hides whom it blocks, and shows that it has met the visitor's. */
const met: Answers = {
  ...nodeinfo("newharbour.example", "mastodon"),
  "https://newharbour.example/api/v1/peers/search?q=far.example": { body: ["far.example"] },
};

describe("what a visitor is told", () => {
  test.each<[string, Answers, object]>([
    [
      "their list names the new server",
      { ...mastodon, ...blocks("far.example", row("newharbour.example")) },
      {
        reach: "blocked",
        cause: "new-server-blocked",
        certainty: "proven",
        follow: { kind: "manual", software: "mastodon" },
      },
    ],
    [
      "their list names the old server",
      { ...mastodon, ...met, ...blocks("far.example", row("oldtown.example"), row("other.example")) },
      { reach: "works", cause: "old-server-blocked", certainty: "proven" },
    ],
    [
      "their list names both",
      { ...mastodon, ...blocks("far.example", row("oldtown.example"), row("newharbour.example")) },
      { reach: "blocked", cause: "new-server-blocked" },
    ],
    [
      "their list limits both, which stops nobody",
      {
        ...mastodon,
        ...met,
        ...blocks("far.example", row("oldtown.example", "silence"), row("newharbour.example", "silence")),
      },
      { reach: "works" },
    ],
    [
      "their list names neither",
      { ...mastodon, ...met, ...blocks("far.example", row("other.example")) },
      { reach: "works" },
    ],
    [
      "their list names neither, and the new server shows nothing of them",
      { ...mastodon, ...blocks("far.example", row("other.example")) },
      { reach: "unknown" },
    ],
    ["their list is hidden", { ...mastodon, ...hidden }, { reach: "unknown", gap: "hidden-by-server" }],
    [
      "they do not answer",
      { "https://far.example/.well-known/nodeinfo": "connect" },
      { reach: "unknown", gap: "unreachable", host: "silent" },
    ],
    [
      "they answer, but for their list",
      { ...mastodon, "https://far.example/api/v1/instance/domain_blocks": "connect" },
      { reach: "unknown", gap: "unreachable", follow: { kind: "link" } },
    ],
    [
      "they ask robots to stay away",
      { "https://far.example/.well-known/nodeinfo": "robots" },
      { reach: "unknown", gap: "refused-robots" },
    ],
    [
      "their software does nothing with a move",
      nodeinfo("far.example", "wordpress", "6.8.0"),
      { cause: "software-ignores-move" },
    ],
    [
      "nobody there can follow people, and nothing works that the page could promise",
      { ...nodeinfo("far.example", "peertube", "6.0.0"), ...met },
      { cause: "software-ignores-move", reach: "unknown", followsPeople: false, follow: { kind: "manual" } },
    ],
    [
      "nobody there can follow people, and it blocks the new server besides",
      { ...nodeinfo("far.example", "lemmy", "0.19.19"), ...lemmyBlocks("newharbour.example") },
      { cause: "new-server-blocked", reach: "blocked", follow: { kind: "manual" } },
    ],
    ["nothing is known of their software", nodeinfo("far.example", "something-new"), { reach: "unknown" }],
  ])("%s", async (_, answers, expected) => {
    const answer = await answerOf(answers);
    expect(answer).toMatchObject({ server: "far.example", ...expected });
    if (!("cause" in expected)) expect(answer).not.toHaveProperty("cause");
  });

  test("a parent of the old server is likely, because Mastodon's exceptions are not published", async () => {
    const below = { ...pair, old: { ...pair.old, host: "social.oldtown.example", webHost: "social.oldtown.example" } };
    const gate = fakeGate({ ...mastodon, ...blocks("far.example", row("oldtown.example")) });
    const found = await lookUp({ gate, memory: plainMemory(), now: () => new Date(AT) }, "far.example", below);
    expect(found).toMatchObject({ answer: { cause: "old-server-blocked", certainty: "likely" } });
  });

  test("a masked name that fits is nobody's", async () => {
    const masked = { domain: "newh*******.***mple", severity: "suspend" };
    for (const domain of [masked.domain, "newha***********mple", "n***"])
      expect(await answerOf({ ...mastodon, ...blocks("far.example", row(domain)) })).not.toHaveProperty("cause");
  });

  test("a hidden list and a telling look say nothing in public", async () => {
    const telling: Answers = {
      ...mastodon,
      ...hidden,
      "https://far.example/api/v1/accounts/lookup?acct=maria%40oldtown.example": { status: 404, body: {} },
      "https://far.example/api/v1/accounts/lookup?acct=maria%40newharbour.example": { body: { suspended: true } },
      "https://far.example/api/v1/instance/peers": { body: ["far.example"] },
    };
    const { found, asked } = await look(telling, "far.example");
    expect(found).toMatchObject({ ok: true, answer: { reach: "unknown", gap: "hidden-by-server" } });
    expect(asked.filter((url) => /lookup|peers|search|followers/.test(url))).toEqual([]);
  });

  const NEW = "newharbour.example";
  const neither = { ...mastodon, ...blocks("far.example") };
  test.each<[string, Answers, object]>([
    [
      "the new server blocks theirs",
      { ...neither, ...nodeinfo(NEW, "mastodon"), ...blocks(NEW, row("far.example")) },
      { reach: "blocked", atNew: "blocked", follow: { kind: "manual" } },
    ],
    [
      "the new server limits theirs",
      { ...neither, ...nodeinfo(NEW, "mastodon"), ...blocks(NEW, row("far.example", "silence")) },
      { reach: "waits", atNew: "limited", follow: { kind: "link" } },
    ],
    [
      "the new server names another one",
      { ...neither, ...nodeinfo(NEW, "mastodon"), ...blocks(NEW, row("near.example")) },
      { reach: "works" },
    ],
    [
      "the new server does not answer",
      { ...neither, [`https://${NEW}/.well-known/nodeinfo`]: "timeout" },
      { reach: "unknown" },
    ],
    ["no fediverse server is there", {}, { reach: "unknown", host: "no-server", follow: { kind: "manual" } }],
    [
      "a website answers everything with a page",
      Object.fromEntries(
        [finger("far.example", "https://far.example"), nodeinfo("far.example", "x")].flatMap((answers) =>
          Object.keys(answers).map((url) => [url, { body: "<h1>Welcome</h1>" }]),
        ),
      ),
      { reach: "unknown", host: "no-server", follow: { kind: "manual" } },
    ],
    [
      "the server says that it closed",
      Object.fromEntries(
        [finger("far.example", "https://far.example"), nodeinfo("far.example", "x")].flatMap((answers) =>
          Object.keys(answers).map((url) => [url, { status: 410 }]),
        ),
      ),
      { host: "closed", follow: { kind: "manual" } },
    ],
    [
      "a Mastodon that closes itself down goes on describing itself, and its API and accounts are gone",
      { ...mastodon, ...closingApi, "https://far.example/actor": { status: 410 } },
      { reach: "gone", host: "closed", follow: { kind: "manual" } },
    ],
    [
      "one page of it is gone, and it is there",
      { ...mastodon, ...closingApi, "https://far.example/actor": { status: 401 } },
      { reach: "unknown", gap: "not-offered" },
    ],
  ])("%s", async (_, answers, expected) => {
    const answer = await answerOf(answers);
    expect(answer).toMatchObject(expected);
    expect(answer).not.toHaveProperty("cause");
    for (const key of ["atNew", "host"] as const) if (!(key in expected)) expect(answer).not.toHaveProperty(key);
  });

  test("the new server is asked once for all visitors, and its list is kept without names", async () => {
    const answers = {
      ...neither,
      ...nodeinfo(NEW, "mastodon"),
      ...blocks(NEW, row("far.example"), row("other.example")),
    };
    const gate = fakeGate({ ...answers, ...nodeinfo("near.example", "mastodon"), ...blocks("near.example") });
    const memory = plainMemory();
    const deps = { gate, memory, now: () => new Date(AT) };
    expect(await lookUp(deps, "far.example", pair)).toMatchObject({ answer: { atNew: "blocked" } });
    const atNew = () => gate.asked.filter((url) => url.includes(NEW));
    expect(atNew()).toHaveLength(3);
    expect(await lookUp(deps, "near.example", pair)).toMatchObject({ answer: { reach: "works" } });
    expect(atNew()).toHaveLength(3);
    expect(JSON.stringify(await memory.peek(`${NEW}/share/new-server`))).not.toContain("other.example");
  });

  test.each<[string, Answers[string], number]>([
    ["answers", { body: [] }, 1_440],
    ["hides it", { status: 404, body: "" }, 1_440],
    ["does not answer", "timeout", 10],
    ["has no request left for us", "over-budget", 10],
  ])("what a list says is kept for a day, and a passing silence for minutes: it %s", async (_, list, minutes) => {
    const ofBoth = ["far.example", NEW].map((host) => ({ [`https://${host}/api/v1/instance/domain_blocks`]: list }));
    const { memory } = await look(
      Object.assign({}, mastodon, nodeinfo(NEW, "mastodon"), ...ofBoth) as Answers,
      "far.example",
    );
    expect(memory.minutesOf("far.example/share/stances/maria@oldtown.example/maria@newharbour.example")).toBe(minutes);
    expect(memory.minutesOf(`${NEW}/share/new-server`)).toBe(minutes);
  });

  test("a new server that answers about one name at a time is asked about that name", async () => {
    const answers = { ...neither, ...nodeinfo(NEW, "misskey", "2025.1.0") };
    const { asked, found } = await look(answers, "far.example");
    expect(found).toMatchObject({ ok: true, answer: { server: "far.example" } });
    expect(asked.filter((url) => url.includes(NEW)).length).toBeLessThanOrEqual(MOST_REQUESTS - 1);
  });

  test("where the new account approves by hand, a follow waits", async () => {
    const locked = { ...pair, new: { ...pair.new, locked: true } };
    const gate = fakeGate({ ...mastodon, ...met, ...blocks("far.example") });
    const found = await lookUp({ gate, memory: plainMemory(), now: () => new Date(AT) }, "far.example", locked);
    expect(found).toMatchObject({ answer: { reach: "waits" } });
  });
});

describe("the way to follow", () => {
  test("as the server says it for itself", async () => {
    const answer = await answerOf({
      ...mastodon,
      ...finger("far.example", "https://far.example", SUBSCRIBE("far.example")),
    });
    expect(answer).toMatchObject({ follow: { kind: "link", host: "far.example", via: "subscribe" } });
  });
  test("a name that nobody has there falls through to the software's own page", async () => {
    expect(await answerOf(mastodon, "nobody@far.example")).toMatchObject({
      follow: {
        kind: "link",
        url: "https://far.example/authorize_interaction?uri=https%3A%2F%2Fnewharbour.example%2Fusers%2Fmaria",
        via: "software",
      },
    });
  });
  test("a handle whose server answers elsewhere is asked there", async () => {
    const web = "social.far.example";
    const answers = {
      ...finger("far.example", "acct:bo@far.example", SUBSCRIBE(web), {
        rel: "self",
        type: "application/activity+json",
        href: `https://${web}/users/bo`,
      }),
      ...nodeinfo(web, "mastodon"),
      ...blocks(web, row("oldtown.example")),
    };
    expect(await answerOf(answers, "bo@far.example")).toMatchObject({
      server: "far.example",
      cause: "old-server-blocked",
      follow: { host: web },
    });
  });
  test("a template that leads elsewhere is not followed", async () => {
    const answers = { ...mastodon, ...finger("far.example", "https://far.example", SUBSCRIBE("evil.example")) };
    expect(await answerOf(answers)).toMatchObject({ follow: { host: "far.example", via: "software" } });
  });
});

describe("whom a server talks to, and whom it allows", () => {
  const NEW = "newharbour.example";
  const allows = (host: string, ...names: readonly string[]): Answers => ({
    [`https://${host}/api/v1/instance/domain_allows`]: { body: names.map((domain) => ({ domain })) },
  });
  const about = (host: string, name: string): Answers => ({
    [`POST https://${host}/api/federation/show-instance {"host":"${name}"}`]: {
      body: { isBlocked: false, isSuspended: false, isSilenced: false, suspensionState: "none" },
    },
  });
  const meta = (host: string, federation: string): Answers => ({
    [`https://${host}/api/meta`]: { body: { federation, maintainerEmail: "admin@far.example" } },
  });
  const gotosocial = { ...met, ...nodeinfo("far.example", "gotosocial", "0.20.0") };
  const misskey = {
    ...met,
    ...nodeinfo("far.example", "misskey", "2025.1.0"),
    ...about("far.example", "oldtown.example"),
    ...about("far.example", NEW),
  };
  const newMisskey = {
    ...mastodon,
    ...blocks("far.example"),
    ...nodeinfo(NEW, "misskey", "2025.1.0"),
    ...about(NEW, "far.example"),
  };

  test.each<[string, Answers, object]>([
    [
      "an allow beats a block",
      { ...gotosocial, ...blocks("far.example", row(NEW)), ...allows("far.example", NEW) },
      { reach: "works", by: "allow" },
    ],
    [
      "the old server is allowed, too",
      {
        ...{ ...gotosocial, ...blocks("far.example", row(NEW), row("oldtown.example")) },
        ...allows("far.example", NEW, "oldtown.example"),
      },
      { reach: "works", by: "allow" },
    ],
    [
      "another one is allowed",
      { ...gotosocial, ...blocks("far.example", row(NEW)), ...allows("far.example", "other.example") },
      { reach: "blocked", cause: "new-server-blocked", certainty: "proven" },
    ],
    [
      "whom it allows is hidden",
      { ...gotosocial, ...blocks("far.example", row(NEW)) },
      { reach: "blocked", cause: "new-server-blocked", certainty: "likely" },
    ],
    ["it talks to everybody", { ...misskey, ...meta("far.example", "all") }, { reach: "works" }],
    [
      "it talks to nobody",
      { ...misskey, ...meta("far.example", "none") },
      { reach: "blocked", cause: "closed-federation", certainty: "proven" },
    ],
    [
      "it talks to some, and nobody sees whom",
      { ...misskey, ...meta("far.example", "specified") },
      { reach: "unknown" },
    ],
    [
      "the new server talks to nobody",
      { ...newMisskey, ...meta(NEW, "none") },
      { reach: "blocked", atNew: "not-chosen" },
    ],
    ["the new server talks to everybody", { ...newMisskey, ...meta(NEW, "all") }, { reach: "works" }],
    [
      "the new server blocks and allows theirs",
      {
        ...{ ...mastodon, ...blocks("far.example"), ...nodeinfo(NEW, "gotosocial", "0.20.0") },
        ...{ ...blocks(NEW, row("far.example")), ...allows(NEW, "far.example") },
      },
      { reach: "works" },
    ],
  ])("%s", async (_, answers, expected) => {
    const answer = await answerOf(answers);
    expect(answer).toMatchObject(expected);
    for (const key of ["cause", "atNew", "by"]) if (!(key in expected)) expect(answer).not.toHaveProperty(key);
  });

  test("on the new server itself nothing lies between, whatever it hides", async () => {
    expect(await answerOf(nodeinfo(NEW, "mastodon"), NEW)).toMatchObject({ reach: "works", by: "itself" });
  });

  test("nobody whom it allows, and nobody to write to, is kept", async () => {
    for (const answers of [
      { ...gotosocial, ...blocks("far.example"), ...allows("far.example", NEW, "other.example") },
      { ...misskey, ...meta("far.example", "all") },
    ]) {
      const { memory } = await look(answers, "far.example");
      for (const key of memory.keys())
        expect(JSON.stringify(await memory.peek(key))).not.toMatch(/other\.example|admin@/);
    }
  });
});

describe("what is asked", () => {
  const isOwn = (url: string) => url.includes("https://far.example/");
  const few = (asked: readonly string[]) => asked.length <= MOST_REQUESTS - 1;

  test("at most seven requests, robots.txt among them, by software", async () => {
    for (const name of [
      "mastodon",
      "misskey",
      "sharkey",
      "akkoma",
      "pleroma",
      "gotosocial",
      "friendica",
      "lemmy",
      "piefed",
      "x",
    ])
      for (const address of ["far.example", "bo@far.example"]) {
        const { asked } = await look(nodeinfo("far.example", name), address);
        const [own, others] = [asked.filter(isOwn), asked.filter((url) => !isOwn(url))];
        expect(few(own), `${name}: ${own.join(" ")}`).toBe(true);
        expect(few(others)).toBe(true);
        expect(others.every((url) => url.includes("https://newharbour.example/"))).toBe(true);
      }
  });

  test.each(["timeout", "resolver"] as const)("a server that is out of reach is not asked on: %s", async (why) => {
    const { asked } = await look({ "https://far.example/.well-known/nodeinfo": why }, "far.example");
    expect(asked.filter(isOwn).map((url) => new URL(url).pathname)).toEqual([
      ...["/.well-known/webfinger", "/.well-known/nodeinfo"],
    ]);
  });

  test("no more even where a server answers with more to ask", async () => {
    const answers = {
      ...nodeinfo("far.example", "misskey"),
      ...finger("far.example", "acct:bo@far.example", {
        rel: "self",
        type: "application/activity+json",
        href: "https://web.far.example/users/bo",
      }),
      ...nodeinfo("web.far.example", "misskey"),
    };
    const split = {
      old: { ...pair.old, webHost: "www.oldtown.example" },
      new: { ...pair.new, webHost: "www.newharbour.example" },
    };
    const gate = fakeGate(answers);
    await lookUp({ gate, memory: plainMemory(), now: () => new Date(AT) }, "bo@far.example", split);
    const own = gate.asked.filter((url) => !url.includes("newharbour.example"));
    expect(few(own), own.join(" ")).toBe(true);
  });

  test("the same questions for every server, in the same order, with answers of the same form", async () => {
    const shape = async (host: string) => {
      const { found, asked } = await look({ ...nodeinfo(host, "mastodon"), ...blocks(host) }, host);
      const keys = found.ok ? Object.keys(found.answer) : [];
      return {
        keys,
        asked: asked
          .filter((url) => url.includes(host))
          .map((url) => url.replaceAll(host, "HOST").replaceAll(encodeURIComponent(host), "HOST")),
      };
    };
    const inTheList = await shape("far.example");
    expect(await shape("near.example")).toEqual(inTheList);
    expect(await shape("never-met.example")).toEqual(inTheList);
    // Where the mover lives stands on the page.
    const keys = ["server", "reach", "by", "follow"];
    expect(await shape("newharbour.example")).toEqual({ ...inTheList, keys });
  });

  test("a second visitor costs the server nothing, and no name is kept", async () => {
    const gate = fakeGate({ ...mastodon, ...blocks("far.example") });
    const memory = plainMemory();
    const deps = { gate, memory, now: () => new Date(AT) };
    const first = await lookUp(deps, "far.example", pair);
    const asked = gate.asked.length;
    expect(await lookUp(deps, "https://far.example/", pair)).toEqual(first);
    expect(gate.asked).toHaveLength(asked);
    await lookUp(deps, "secret-name@far.example", pair);
    expect(JSON.stringify(await Promise.all(memory.keys().map((key) => memory.peek(key))))).not.toContain(
      "secret-name",
    );
    expect(memory.keys().every((key) => /^(far|newharbour)\.example\/share\//.test(key))).toBe(true);
    expect(memory.keys().join()).not.toContain("secret-name");
  });

  test.each([
    ["", "empty"],
    ["maria", "no-server"],
    ["127.0.0.1", "host-address"],
    ["bo@[::1]", "host-address"],
    ["0x7f000001", "host-address"],
    ["bo@localhost", "host-local"],
    ["x.localhost", "host-local"],
    ["far.example:8443", "host-port"],
    ["bo@gmail.com", "email"],
    ["gmail.com", "email"],
    ["x.com", "network-x"],
    ["bo.bsky.social", "network-bluesky"],
    ["@@@", "syntax"],
    ["a b c", "syntax"],
  ])("an address that is none is refused, and nobody is asked: %j", async (address, code) => {
    const { found, asked } = await look({}, address);
    expect([found.ok ? found.answer : found.code, asked]).toEqual([code, []]);
  });
});

describe("signing in on the own server", () => {
  const offered = async (answers: Answers, looks = true) => {
    const gate = fakeGate(answers);
    const deps = { gate, memory: plainMemory(), now: () => new Date(AT) };
    const found = await lookUp(deps, "far.example", pair, { looks });
    return found.ok ? found.answer.look : found.code;
  };
  const oauth = {
    ...{ host: "far.example", rights: ["read:accounts", "read:follows"] },
    ...{ lists: true, revokes: true },
  };
  const miauth = { host: "far.example", rights: ["read:account"], lists: false, revokes: false };
  const misskey = (row: object): Answers => ({
    ...nodeinfo("far.example", "misskey", "2025.11.1"),
    'POST https://far.example/api/federation/show-instance {"host":"newharbour.example"}': row,
  });

  test.each<[string, Answers, object | undefined]>([
    ["a hidden list", { ...mastodon, ...hidden }, oauth],
    ["a GoToSocial", nodeinfo("far.example", "gotosocial", "0.19.1"), oauth],
    ["a Misskey that never met the new server", misskey({ status: 204 }), miauth],
    ["a Misskey that did", misskey({ body: { isBlocked: false, isSuspended: false } }), undefined],
    ["one whose tokens may do everything", nodeinfo("far.example", "gotosocial", "0.18.0"), undefined],
    [
      "a list that names the new server",
      { ...mastodon, ...blocks("far.example", row("newharbour.example")) },
      undefined,
    ],
    ["a list that names nobody", { ...mastodon, ...blocks("far.example") }, undefined],
    ["software that tells its members no more", nodeinfo("far.example", "hollo", "0.6.0"), undefined],
    ["a server that does not answer", { "https://far.example/.well-known/nodeinfo": "connect" }, undefined],
  ])("is offered by what the server shows: %s", async (_, answers, expected) => {
    expect(await offered(answers)).toEqual(expected);
  });

  test("is not offered where it is turned off, or where no check is left to tell", async () => {
    expect(await offered({ ...mastodon, ...hidden }, false)).toBeUndefined();
  });
});
