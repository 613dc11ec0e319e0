import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { memoryKey } from "#lib/domain/ports/memory-key.ts";
import type { Memory } from "#lib/domain/ports/ports.ts";
import { type Bed, json, openBed, redirect, type Serve } from "#testing/misbehaving-servers.ts";
import { openTestGate } from "#testing/open-test-gate.ts";
import { makeAuthority } from "#world/serve/certs.ts";
import type { GateOptions, OpenGate } from "./gate.ts";
import { processMemory } from "./memory.ts";

const HOUR = 3_600_000;
const BLOCKS = "/api/v1/instance/domain_blocks";
let bed: Bed;
let ms = Date.UTC(2026, 10, 20, 12);
const now = () => new Date(ms);
const gates: OpenGate[] = [];

beforeAll(async () => {
  bed = await openBed(makeAuthority());
});
afterAll(() => bed.close());
afterEach(async () => {
  await Promise.all(gates.splice(0).map((gate) => gate.close()));
});

function open(more: Partial<GateOptions> = {}): OpenGate {
  const gate = openTestGate(bed, { now, ...more });
  gates.push(gate);
  return gate;
}

const seenOf = (host: string) => bed.seen.filter((request) => request.startsWith(`${host} `)).length;
const robotsOf = (host: string) => bed.robotsSeen.filter((seen) => seen === host).length;
const refusedRobots = { ok: false, why: "robots" };

describe("robots.txt", () => {
  test("is asked before anything else, and once a day", async () => {
    const gate = open();
    bed.serve("daily.test", json("fine"));
    await Promise.all([1, 2, 3].map((n) => gate.ask({ url: `https://daily.test/${n}` })));
    expect(robotsOf("daily.test")).toBe(1);
    ms += 24 * HOUR - 1;
    await gate.ask({ url: "https://daily.test/4" });
    expect(robotsOf("daily.test")).toBe(1);
    ms += HOUR / 60; // rules looked up a moment ago are not looked up again
    await gate.ask({ url: "https://daily.test/5" });
    expect(robotsOf("daily.test")).toBe(2);
  });

  test("is obeyed where it closes the API to everybody", async () => {
    const gate = open();
    bed.robots("closed.test", "User-agent: *\nDisallow: /api/");
    expect(await gate.ask({ url: `https://closed.test${BLOCKS}` })).toMatchObject(refusedRobots);
    expect(seenOf("closed.test")).toBe(0);
    expect(await gate.ask({ url: "https://closed.test/nodeinfo/2.0" })).toMatchObject({ ok: true, status: 404 });
  });

  test("of a stock Mastodon is read as meant, or to the letter", async () => {
    bed.robots("stock.test", `User-agent: *\nDisallow: /media_proxy/\nDisallow: ${BLOCKS}`);
    bed.serve("stock.test", json([]));
    const url = `https://stock.test${BLOCKS}`;
    expect(await open().ask({ url })).toMatchObject({ ok: true });
    expect(await open({ robots: "strict" }).ask({ url })).toMatchObject(refusedRobots);
  });

  test("is read before NodeInfo is asked for", async () => {
    bed.robots("closed-first.test", "User-agent: Housewarming\nDisallow: /");
    bed.serve("closed-first.test", json({ links: [] }));
    const reply = await open().ask({ url: "https://closed-first.test/.well-known/nodeinfo" });
    expect(reply).toMatchObject(refusedRobots);
    expect(seenOf("closed-first.test")).toBe(0);
  });

  test("of every host on the way counts", async () => {
    const gate = open();
    bed.robots("inner.test", "User-agent: Housewarming\nDisallow: /");
    bed.serve("outer.test", redirect("https://inner.test/"));
    expect(await gate.ask({ url: "https://outer.test/" })).toMatchObject(refusedRobots);
    expect(seenOf("inner.test")).toBe(0);
  });

  test("that is longer than 64 kB is read to there", async () => {
    const gate = open();
    const long = `User-agent: *\nDisallow: /api/\n${"# padding\n".repeat(20_000)}Disallow: /\n`;
    bed.robots("long.test", long);
    expect(await gate.ask({ url: `https://long.test${BLOCKS}` })).toMatchObject(refusedRobots);
    expect(await gate.ask({ url: "https://long.test/nodeinfo/2.0" })).toMatchObject({ ok: true });
  });

  const broken: Serve = (_, response) => void response.writeHead(500).end();
  test("that cannot be read closes nothing, but to the letter everything", async () => {
    bed.robots("broken.test", broken);
    bed.serve("broken.test", json("fine"));
    const url = "https://broken.test/";
    expect(await open().ask({ url })).toMatchObject({ ok: true });
    expect(await open({ robots: "strict" }).ask({ url })).toMatchObject(refusedRobots);
  });

  test("that could not be read is tried again soon", async () => {
    const gate = open();
    bed.robots("mended.test", broken);
    await gate.ask({ url: "https://mended.test/" });
    bed.robots("mended.test", "User-agent: *\nDisallow: /");
    ms += HOUR / 6;
    expect(await gate.ask({ url: "https://mended.test/" })).toMatchObject(refusedRobots);
  });
});

describe("rules for all crawlers", () => {
  const CLOSED = "User-agent: *\nDisallow: /";
  const NAMED = "User-agent: Housewarming\nDisallow: /";
  const KINDS = [
    ["one of the mover's own servers", { own: true }],
    ["what a server publishes about itself", { about: "server" }],
    ["the actor of somebody known to follow", { about: "follower" }],
    ["the address at which a browser is told", { about: "browser" }],
  ] as const;

  test.each(KINDS)("do not close %s, but to the letter they do", async (name, kind) => {
    const host = `${name.length}.open.test`;
    bed.robots(host, CLOSED);
    bed.serve(host, json("fine"));
    const ask = { url: `https://${host}/users/ada`, ...kind };
    expect(await open().ask(ask)).toMatchObject({ ok: true, status: 200 });
    expect(await open({ robots: "strict" }).ask(ask)).toMatchObject(refusedRobots);
    expect(await open().ask({ url: ask.url })).toMatchObject(refusedRobots);
    expect(seenOf(host)).toBe(1);
  });

  test.each(KINDS)("give way to a group that names us, also for %s", async (name, kind) => {
    const host = `${name.length}.named.test`;
    bed.robots(host, NAMED);
    expect(await open().ask({ url: `https://${host}/users/ada`, ...kind })).toMatchObject(refusedRobots);
    const optOut = () => true;
    expect(await open({ optOut }).ask({ url: `https://${host}/`, ...kind })).toMatchObject({ why: "opted-out" });
    expect(seenOf(host)).toBe(0);
  });

  test.each([
    ["own", { own: true }, "/users/ada"],
    ["follower", { about: "follower" }, "/users/ada"],
    ["server, for another document", { about: "server" }, "/elsewhere"],
  ] as const)("hold for another host that an answer leads to: %s", async (name, kind, path) => {
    const [from, to] = [`${name.length}.leads.test`, `${name.length}.led.test`];
    bed.robots(to, CLOSED);
    bed.serve(from, redirect(`https://${to}${path}`));
    expect(await open().ask({ url: `https://${from}/users/ada`, ...kind })).toMatchObject(refusedRobots);
    expect(seenOf(to)).toBe(0);
  });

  test("let WebFinger through to the host that answers it", async () => {
    const path = "/.well-known/webfinger?resource=acct:ada@split.test";
    bed.robots("social.split.test", CLOSED);
    bed.serve("split.test", redirect(`https://social.split.test${path}`));
    bed.serve("social.split.test", json("fine"));
    const reply = await open().ask({ url: `https://split.test${path}`, about: "server" });
    expect(reply).toMatchObject({ ok: true, status: 200, body: "fine" });
  });
});

describe("opting out", () => {
  test("holds without a single request, on every hop", async () => {
    const gate = open({ optOut: (host) => host === "out.test" });
    bed.serve("way.test", redirect("https://out.test/"));
    expect(await gate.ask({ url: "https://out.test/" })).toMatchObject({ ok: false, why: "opted-out" });
    expect(await gate.ask({ url: "https://out.test/.well-known/nodeinfo" })).toMatchObject({ why: "opted-out" });
    expect(await gate.ask({ url: "https://way.test/" })).toMatchObject({ ok: false, why: "opted-out" });
    bed.serve("way.test", redirect("https://OUT.test./"));
    expect(await gate.ask({ url: "https://way.test/" })).toMatchObject({ ok: false, why: "opted-out" });
    expect(await gate.ask({ url: "https://Out.test./" })).toMatchObject({ ok: false, why: "opted-out" });
    expect([seenOf("out.test"), robotsOf("out.test")]).toEqual([0, 0]);
  });
});

describe("what is held about a host", () => {
  const HELD = ["blocks", "nodeinfo", "share/finger"];
  const known = async (memory: Memory, host: string) => {
    const found = await Promise.all(HELD.map((what) => memory.peek(memoryKey(host, what))));
    return found.filter(Boolean).length;
  };
  const holding = async (...hosts: readonly string[]) => {
    const memory = processMemory(now);
    for (const host of hosts) {
      for (const what of HELD)
        await memory.once(memoryKey(host, what), async () => ({ value: what, ttlMs: 48 * HOUR }));
    }
    return memory;
  };

  test("goes when it is about to be asked and its rules send us away, and it is not asked for them again", async () => {
    const memory = await holding("away.test", "other.test");
    const gate = open({ memory });
    bed.robots("away.test", "User-agent: Housewarming\nDisallow: /");
    for (const path of ["/", BLOCKS, "/.well-known/nodeinfo"]) {
      expect(await gate.ask({ url: `https://away.test${path}` })).toMatchObject(refusedRobots);
    }
    expect([await known(memory, "away.test"), await known(memory, "other.test")]).toEqual([0, HELD.length]);
    await open({ memory }).ask({ url: "https://away.test/" });
    expect(robotsOf("away.test")).toBe(1);
  });

  test.each([
    ["everybody is sent away", "User-agent: *\nDisallow: /"],
    ["a group names us and closes a corner", "User-agent: Housewarming\nDisallow: /media/"],
    ["a group names us and opens all", "User-agent: Housewarming\nAllow: /"],
  ])("stays where %s", async (name, rules) => {
    const host = `${name.length}.stays.test`;
    const memory = await holding(host);
    bed.robots(host, rules);
    await open({ memory }).ask({ url: `https://${host}/` });
    expect(await known(memory, host)).toBe(HELD.length);
  });

  test("goes where it is on the list of those never asked, wherever it is held", async () => {
    const [memory, shared] = [await holding("never.test"), await holding("never.test")];
    const forget = async (host: string) => void (await Promise.all([memory, shared].map((each) => each.forget(host))));
    const gate = open({ memory, forget, optOut: (host) => host === "never.test" });
    await gate.ask({ url: "https://never.test/" });
    expect([await known(memory, "never.test"), await known(shared, "never.test")]).toEqual([0, 0]);
  });
});
