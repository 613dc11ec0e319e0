import { createPublicKey, createVerify } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { memoryKey } from "#lib/domain/ports/memory-key.ts";
import type { Memory } from "#lib/domain/ports/ports.ts";
import { type Bed, json, openBed, redirect, type Serve } from "#testing/misbehaving-servers.ts";
import { makeAuthority } from "#world/serve/certs.ts";
import { memoryLedger } from "./budget/ledger.ts";
import { parseRoutes } from "./connect/routes.ts";
import { type GateOptions, type OpenGate, openGate } from "./gate.ts";
import { processMemory } from "./memory.ts";
import { actorDocument, keyIdOf } from "./signing/actor.ts";
import { makeKeyPair, makeSigner } from "./signing/signer.ts";

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
  const parsed = parseRoutes(bed.routes);
  if (!parsed.ok) throw new Error(parsed.problem);
  const gate = openGate({
    ledger: memoryLedger(),
    memory: processMemory(now),
    routes: parsed.routes,
    ca: bed.ca,
    userAgent: "Housewarming/0.0.0 (+https://hw.example/bot)",
    robots: "polite",
    optOut: () => false,
    now,
    ...more,
  });
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

describe("opting out", () => {
  test("holds without a single request, on every hop", async () => {
    const gate = open({ optOut: async (host) => host === "out.test" });
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

describe("signatures", () => {
  const PUBLIC_URL = "https://hw.test";
  const keys = makeKeyPair();
  const signing = async (more: Partial<GateOptions> = {}) => {
    const { privatePem, publicPem } = await keys;
    return open({ signer: makeSigner(keyIdOf({ publicUrl: PUBLIC_URL, publicPem }), privatePem), ...more });
  };

  /** Reads the signature as a server would: from the actor's document and the request's own lines. */
  const checking =
    (publicPem: string, refusal = '{"error":"Request not signed"}'): Serve =>
    (request, response) => {
      const fields = new Map(
        [...String(request.headers.signature ?? "").matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [
          name,
          value,
        ]),
      );
      const lines = (fields.get("headers") ?? "").split(" ").map((name) => {
        if (name === "(request-target)") return `${name}: get ${request.url}`;
        return `${name}: ${request.headers[name]}`;
      });
      const actor = actorDocument({ publicUrl: PUBLIC_URL, publicPem });
      const key = createPublicKey(actor.publicKey.publicKeyPem);
      const verify = createVerify("rsa-sha256").update(lines.join("\n"));
      const right =
        verify.verify(key, fields.get("signature") ?? "", "base64") && fields.get("keyId") === actor.publicKey.id;
      if (right) json({ signed: request.headers.date })(request, response);
      else response.writeHead(401).end(refusal);
    };

  test("are given where they are asked for, and hold", async () => {
    bed.serve("secure.test", checking((await keys).publicPem));
    const ask = { url: "https://secure.test/users/a?page=1", sign: true };
    expect(await (await signing()).ask(ask)).toMatchObject({ ok: true, body: { signed: now().toUTCString() } });
    expect(seenOf("secure.test")).toBe(2);
  });

  test("are given once: who still refuses is believed", async () => {
    const stranger = await makeKeyPair();
    bed.serve("never.test", checking(stranger.publicPem));
    const reply = await (await signing()).ask({ url: "https://never.test/", sign: true });
    expect(reply).toMatchObject({ ok: true, status: 401, body: { error: "Request not signed" } });
    expect(seenOf("never.test")).toBe(2);
  });

  test.each([
    ["the question does not want one", {}, 401, '{"error":"Request not signed"}'],
    ["something else is missing", { sign: true }, 401, '{"error":"The access token is invalid"}'],
    ["the door is closed for good", { sign: true }, 403, '{"error":"This action is not allowed"}'],
    ["nobody is there", { sign: true }, 404, '{"error":"Request not signed"}'],
  ])("are not given where %s", async (why, more, status, body) => {
    const host = `${why.replaceAll(" ", "-")}.test`;
    bed.serve(host, (_, response) => void response.writeHead(status).end(body));
    expect(await (await signing()).ask({ url: `https://${host}/`, ...more })).toMatchObject({ status });
    expect(seenOf(host)).toBe(1);
  });

  test("are not given without a key, nor with a POST", async () => {
    bed.serve("post.test", (_, response) => void response.writeHead(401).end("Request not signed"));
    await open().ask({ url: "https://post.test/", sign: true });
    await (await signing()).ask({ url: "https://post.test/", sign: true, method: "POST" });
    expect(seenOf("post.test")).toBe(2);
  });

  test.each([
    ["GoToSocial", `{"error":"Unauthorized: http request wasn't signed or http signature was invalid"}`],
    ["a bare refusal", ""],
  ])("are understood to be asked for by %s", async (_, refusal) => {
    bed.serve("asks.test", checking((await keys).publicPem, refusal));
    expect(await (await signing()).ask({ url: "https://asks.test/", sign: true })).toMatchObject({
      ok: true,
      status: 200,
    });
  });
});
