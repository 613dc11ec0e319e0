import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Reply } from "#lib/domain/ports/gate.ts";
import type { Ledger } from "#lib/domain/ports/ports.ts";
import { type Bed, json, openBed, redirect, type Serve } from "#testing/misbehaving-servers.ts";
import { openTestGate } from "#testing/open-test-gate.ts";
import { makeAuthority } from "#world/serve/certs.ts";
import { memoryLedger } from "./budget/ledger.ts";
import type { GateOptions, OpenGate } from "./gate.ts";

const START = Date.UTC(2026, 10, 20, 12);
const iso = (seconds: number): string => new Date(START + seconds * 1000).toISOString();
let bed: Bed;
let gate: OpenGate;
let seconds: number;
let calls: string[];

beforeAll(async () => {
  bed = await openBed(makeAuthority());
});
afterAll(() => bed.close());
beforeEach(() => {
  seconds = 0;
  calls = [];
  gate = open(noted(memoryLedger()));
});
afterEach(() => gate.close());

const now = () => new Date(START + seconds * 1000);

/** The ledger is a table shared by processes: how often it is asked matters. */
const noted = (ledger: Ledger): Ledger => ({
  take: (host, want, at) => {
    calls.push(`take ${want.permits}`);
    return ledger.take(host, want, at);
  },
  heard: (host, pressure, at) => {
    calls.push("heard");
    return ledger.heard(host, pressure, at);
  },
  failed: (host, why, at) => {
    calls.push(`failed ${why}`);
    return ledger.failed(host, why, at);
  },
  alive: (host, at) => {
    calls.push("alive");
    return ledger.alive(host, at);
  },
});

function open(ledger: Ledger, more: Partial<GateOptions> = {}): OpenGate {
  return openTestGate(bed, { ledger, now, ...more });
}

const arrivals = (host: string) => bed.seen.filter((request) => request.startsWith(`${host} `)).length;
const limited = (headers: Record<string, string>): Serve => {
  let first = true;
  return (request, response) => {
    if (!first) return json("again")(request, response);
    first = false;
    response.writeHead(429, headers).end('{"error":"Too many requests"}');
  };
};

describe("a 429", () => {
  test.each([
    ["seconds", { "retry-after": "40" }, 40],
    ["a date", { "retry-after": new Date(START + 40_000).toUTCString() }, 40],
    ["an ISO reset", { "x-ratelimit-remaining": "0", "x-ratelimit-reset": iso(40) }, 40],
    ["a Unix reset", { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(START / 1000 + 40) }, 40],
    ["nothing", {}, 300],
  ])("with %s is obeyed exactly", async (style, headers, until) => {
    const host = `${style.replaceAll(" ", "-").toLowerCase()}.test`;
    bed.serve(host, limited(headers));
    const url = `https://${host}/`;
    const wait = { ok: false, why: "over-budget", until: iso(until) };
    expect(await gate.ask({ url })).toMatchObject(wait);
    seconds = until - 0.001;
    expect(await gate.ask({ url })).toMatchObject(wait);
    expect(arrivals(host)).toBe(1);
    seconds = until;
    expect(await gate.ask({ url })).toMatchObject({ ok: true, body: "again" });
  });

  test("for robots.txt holds for the question too", async () => {
    bed.robots("busy.test", (_, response) => void response.writeHead(429, { "retry-after": "40" }).end());
    const reply = await gate.ask({ url: "https://busy.test/" });
    expect(reply).toMatchObject({ ok: false, why: "over-budget", until: iso(40) });
    expect(arrivals("busy.test")).toBe(0);
  });

  test("a 503 that says until when is the same, a bare one an answer", async () => {
    bed.serve("rest.test", (_, response) => void response.writeHead(503, { "retry-after": "40" }).end());
    expect(await gate.ask({ url: "https://rest.test/" })).toMatchObject({ why: "over-budget", until: iso(40) });
    bed.serve("ill.test", (_, response) => void response.writeHead(503).end());
    expect(await gate.ask({ url: "https://ill.test/" })).toMatchObject({ ok: true, status: 503 });
  });
});

describe("windows", () => {
  const ask = (host: string, more = {}) => gate.ask({ url: `https://${host}/`, ...more });
  const count = (replies: readonly Reply[]) => replies.filter(({ ok }) => ok).length;

  test("300 pages are asked for if the list ends with them, else 240; robots.txt counts with the rest", async () => {
    bed.serve("pages.test", json([]));
    const open240 = await Promise.all(Array.from({ length: 320 }, () => ask("pages.test", { paged: true, own: true })));
    // 240 requests in five minutes: one of them was robots.txt
    expect(count(open240)).toBe(239);
    expect(open240.at(-1)).toMatchObject({ why: "over-budget", until: iso(300) });
    seconds = 300;
    const rest = [];
    for (let left = 60; left >= 0; left--)
      rest.push(await ask("pages.test", { paged: true, own: true, pagesLeft: left }));
    expect(count(rest)).toBe(61);
    expect(await ask("pages.test", { paged: true })).toMatchObject({ why: "over-budget", until: iso(900) });
    expect(arrivals("pages.test")).toBe(300);
  });

  test("what a server says it has left is believed", async () => {
    const headers = { "x-ratelimit-limit": "300", "x-ratelimit-remaining": "61", "x-ratelimit-reset": iso(77) };
    bed.serve("spent.test", json([], headers));
    expect((await ask("spent.test", { own: true })).ok).toBe(true);
    expect((await ask("spent.test", { own: true })).ok).toBe(true);
    expect(await ask("spent.test", { own: true })).toMatchObject({ why: "over-budget", until: iso(77) });
  });

  test("a follower's server is asked its few questions with two look-ups in the ledger", async () => {
    bed.serve("few.test", json([]));
    for (const path of ["a", "b", "c", "d", "e"]) await gate.ask({ url: `https://few.test/${path}` });
    expect(calls).toEqual(["take 1", "alive", "take 5"]);
  });

  test("plenty left is not worth telling the ledger", async () => {
    bed.serve("plenty.test", json([], { "x-ratelimit-limit": "300", "x-ratelimit-remaining": "250" }));
    await gate.ask({ url: "https://plenty.test/" });
    expect(calls).not.toContain("heard");
  });

  test("three processes on one ledger use a window to its end and never meet a 429", async () => {
    const ledger = memoryLedger();
    const gates = [open(ledger), open(ledger), open(ledger)];
    let counted = 0;
    let refused = 0;
    bed.serve("shared.test", (request, response) => {
      counted += 1;
      const left = Math.max(0, 300 - counted);
      if (counted > 300) refused += 1;
      const headers = { "x-ratelimit-limit": "300", "x-ratelimit-remaining": `${left}`, "x-ratelimit-reset": iso(900) };
      json([counted], headers)(request, response);
    });
    const page = { url: "https://shared.test/api/v1/accounts/1/followers?max_id=1", paged: true, own: true };
    const readOn = async (one: OpenGate): Promise<Reply> => {
      const reply = await one.ask(page);
      return reply.ok ? readOn(one) : reply;
    };
    const readAll = () => Promise.all(gates.flatMap((one) => [readOn(one), readOn(one), readOn(one), readOn(one)]));
    expect(await readAll()).toMatchObject(Array(12).fill({ why: "over-budget" }));
    seconds = 300;
    expect(await readAll()).toMatchObject(Array(12).fill({ why: "over-budget", until: iso(900) }));
    expect(counted).toBeGreaterThanOrEqual(230);
    expect(counted).toBeLessThanOrEqual(240);
    expect(refused).toBe(0);
    await Promise.all(gates.map((one) => one.close()));
  });

  test("redirects and robots.txt of the other host count there", async () => {
    const ledger = memoryLedger();
    const spent: Record<string, number> = {};
    const counting = open({
      ...ledger,
      take: (host, want, at) => {
        spent[host] = (spent[host] ?? 0) + 1;
        return ledger.take(host, want, at);
      },
    });
    bed.serve("here.test", (_, response) => void response.writeHead(302, { location: "https://there.test/" }).end());
    bed.serve("there.test", json([]));
    expect(await counting.ask({ url: "https://here.test/" })).toMatchObject({ ok: true });
    expect(spent).toEqual({ "here.test": 2, "there.test": 2 });
    expect(bed.robotsSeen).toEqual(expect.arrayContaining(["here.test", "there.test"]));
    await counting.close();
  });
});

describe("a silent host", () => {
  test("is left alone for longer and longer, and taken back with its first answer", async () => {
    const hasty = open(noted(memoryLedger()), { deadlines: { headers: 200 } });
    let mute = true;
    bed.robots("mute.test", (_, response) => (mute ? undefined : void response.writeHead(404).end()));
    bed.serve("mute.test", json("well again"));
    const ask = () => hasty.ask({ url: "https://mute.test/" });
    expect(await ask()).toMatchObject({ ok: false, why: "timeout" });
    expect(await ask()).toMatchObject({ ok: false, why: "paused", until: iso(60) });
    seconds = 60;
    expect(await ask()).toMatchObject({ ok: false, why: "timeout" });
    expect(await ask()).toMatchObject({ ok: false, why: "paused", until: iso(360) });
    seconds = 360;
    mute = false;
    expect(await ask()).toMatchObject({ ok: true, body: "well again" });
    expect(calls.filter((call) => call.startsWith("failed"))).toEqual(["failed timeout", "failed timeout"]);
    await hasty.close();
  });

  test("is not a host that answers nonsense, or a page of its proxy", async () => {
    bed.serve("proxy.test", (_, response) => void response.writeHead(502).end("<html>"));
    bed.robots("proxy.test", "");
    expect(await gate.ask({ url: "https://proxy.test/" })).toMatchObject({ ok: true, status: 502 });
    bed.serve("proxy.test", (_, response) => void response.end("<html>"));
    expect(await gate.ask({ url: "https://proxy.test/" })).toMatchObject({ ok: false, why: "bad-json" });
    expect(calls.filter((call) => call.startsWith("failed"))).toEqual([]);
  });

  test("is not taken back for an error page of its proxy", async () => {
    bed.robots("ill.test", (_, response) => void response.writeHead(502).end());
    bed.serve("ill.test", (_, response) => void response.writeHead(502).end());
    expect(await gate.ask({ url: "https://ill.test/" })).toMatchObject({ ok: true, status: 502 });
    expect(calls).not.toContain("alive");
  });
});

describe("where a stranger's redirect leads", () => {
  test.each([
    ["an answer that asks to wait", 429, { "retry-after": "900" }],
    ["a broken answer", 503, { "retry-after": "900" }],
  ])("%s teaches nothing about the host", async (_, status, headers) => {
    const host = `honest-${status}.test`;
    bed.serve(`crook-${status}.test`, redirect(`https://${host}/costly`));
    bed.serve(host, (request, response) => {
      if (request.url === "/costly") response.writeHead(status, headers).end();
      else response.end("1");
    });
    await gate.ask({ url: `https://crook-${status}.test/` });
    expect(await gate.ask({ url: `https://${host}/` })).toMatchObject({ ok: true, body: 1 });
  });

  test.each<[string, string, Serve]>([
    ["a wait without an end", "timeout", () => undefined],
    ["a connection that is broken off", "connect", (_, response) => void response.socket?.destroy()],
  ])("%s is not held against the host", async (_, why, costly) => {
    const hasty = open(noted(memoryLedger()), { deadlines: { headers: 200 } });
    const host = `honest-${why}.test`;
    bed.serve(`crook-${why}.test`, redirect(`https://${host}/costly`));
    bed.serve(host, (request, response) => {
      if (request.url === "/costly") costly(request, response);
      else response.end("1");
    });
    expect(await hasty.ask({ url: `https://crook-${why}.test/` })).toMatchObject({ ok: false, why });
    expect(await hasty.ask({ url: `https://${host}/` })).toMatchObject({ ok: true, body: 1 });
    expect(calls.filter((call) => call.startsWith("failed"))).toEqual([]);
    await hasty.close();
  });
});

describe("connections", () => {
  const slow: Serve = (_, response) => void setTimeout(() => response.end("1"), 20);
  test.each([
    ["a follower's server two", false, 2],
    ["the mover's own server four", true, 4],
  ])("to %s at a time", async (_, own, most) => {
    const host = `busy-${most}.test`;
    bed.serve(host, slow);
    const asked = Array.from({ length: 12 }, (__, n) => gate.ask({ url: `https://${host}/${n}`, own }));
    expect((await Promise.all(asked)).every(({ ok }) => ok)).toBe(true);
    expect(bed.crowd.get(host)).toBe(most);
  });

  test("to where the mover's own server sends us, two", async () => {
    bed.serve("busy-aim.test", slow);
    bed.serve("busy-own.test", redirect("https://busy-aim.test/"));
    const asked = Array.from({ length: 12 }, () => gate.ask({ url: "https://busy-own.test/", own: true }));
    expect((await Promise.all(asked)).every(({ ok }) => ok)).toBe(true);
    expect(bed.crowd.get("busy-aim.test")).toBe(2);
  });
});
