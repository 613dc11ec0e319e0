import { connect } from "node:tls";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { inWorld } from "#testing/in-world.ts";
import { names } from "../scenarios/names.ts";
import { FAULTS, type FaultName } from "./names.ts";

const every = Object.keys(FAULTS) as FaultName[];
const hostOf = (fault: FaultName) => (fault === "no-such-name" ? "nameless.invalid" : `${fault}.test`);
const { get, world } = inWorld({
  old: { at: "alice@old.test" },
  servers: Object.fromEntries(
    every.map((fault) => [
      hostOf(fault),
      {
        fault,
        ...(fault === "long-row" ? { list: "public" as const, blocks: { "bad.test": "suspend" as const } } : {}),
      },
    ]),
  ),
  followers: { "far.test": names("p", 100), ...Object.fromEntries(every.map((fault) => [hostOf(fault), ["bo"]])) },
  script: [],
});
const NODEINFO = "/.well-known/nodeinfo";
const ask = (fault: FaultName, path = NODEINFO) => get(`${hostOf(fault)}${path}`);

/** What arrives within a moment of a request, or how the connection ends. */
const raw = (fault: FaultName, until: (received: string) => boolean) =>
  new Promise<string>((done) => {
    let received = "";
    const socket = connect(
      { host: "127.0.0.1", port: world().port, servername: hostOf(fault), ca: world().caPem },
      () => socket.write(`GET ${NODEINFO} HTTP/1.1\r\nHost: ${hostOf(fault)}\r\n\r\n`),
    );
    socket.setEncoding("latin1").on("data", (part: string) => {
      received += part;
      if (until(received)) socket.destroy();
    });
    socket.on("error", () => socket.destroy()).on("close", () => done(received));
  });

const bodyOf = (text: string) => text.slice(text.indexOf("\r\n\r\n") + 4);

describe("dead servers", () => {
  it.each<[FaultName, number]>([
    ["gone", 410],
    ["bad-gateway", 502],
    ["origin-down", 521],
    ["parked", 200],
    ["unavailable", 503],
    ["challenge", 403],
    ["html-for-json", 200],
  ])("%s answer %i and nothing that could be read", async (fault, status) => {
    const heard = await ask(fault);
    expect(heard.status).toBe(status);
    expect(heard.json).toBeUndefined();
  });

  it.each<[FaultName, string]>([
    ["reset", "ECONNRESET"],
    ["expired-certificate", "CERT_HAS_EXPIRED"],
    ["wrong-certificate", "ERR_TLS_CERT_ALTNAME_INVALID"],
  ])("%s end in %s", async (fault, code) => {
    await expect(ask(fault)).rejects.toMatchObject({ code });
  });

  it("no-handshake ends in the greeting", async () => {
    await expect(ask("no-handshake")).rejects.toThrow();
  });

  it("refused lead to a port where nobody listens, and nameless ones nowhere", () => {
    const { routes } = world();
    expect(routes).toContain("refused.test=127.0.0.1:1");
    expect(routes).not.toMatch(/(^|,)nameless\.invalid=/);
  });

  it("black-hole never ends its greeting, and does not keep the world from ending", async () => {
    const greeted = new Promise((done) => {
      const socket = connect({
        host: "127.0.0.1",
        port: world().port,
        servername: "black-hole.test",
        ca: world().caPem,
      });
      socket.on("error", () => done("left")).on("secureConnect", () => done("greeted"));
      socket.on("connect", () => setImmediate(() => socket.destroy(new Error("enough"))));
    });
    expect(await greeted).toBe("left");
  });
});

describe("bodies", () => {
  it("truncated-json is not JSON", async () => {
    const { status, json, text } = await ask("truncated-json");
    expect([status, json]).toEqual([200, undefined]);
    expect(text.length).toBeGreaterThan(10);
  });

  it("endless-body goes on for as long as somebody reads", async () => {
    expect((await raw("endless-body", ({ length }) => length > 3_000_000)).length).toBeGreaterThan(3_000_000);
  });

  it("slow-body begins and does not end", async () => {
    const received = await raw("slow-body", (text) => text.split("\r\n\r\n")[1]?.includes("{") ?? false);
    expect(received).toContain("200 OK");
  });

  it("gzip-bomb is small on the wire and 200 MB unpacked", async () => {
    const received = await raw(
      "gzip-bomb",
      (text) => /content-length: (\d+)/.exec(text)?.[1] === String(bodyOf(text).length),
    );
    expect(received).toContain("content-encoding: gzip");
    expect(received.length).toBeLessThan(400_000);
    expect(gunzipSync(Buffer.from(bodyOf(received), "latin1")).length).toBe(200 * 1_048_576);
  });

  it("huge-list has fifty megabytes of well-formed rows", async () => {
    const { text } = await ask("huge-list");
    expect(text.length).toBeGreaterThan(50_000_000);
    expect(text.endsWith("}]")).toBe(true);
  });

  it("deep-json has nothing but brackets, as many as fit", async () => {
    const { status, text } = await ask("deep-json");
    expect([status, text.length]).toEqual([200, 2_097_151]);
    expect(text.replaceAll("[", "")).toBe("");
  });

  it("long-row puts a row of 900 kB before the others of a block list, and leaves other answers as they are", async () => {
    const rows = (await ask("long-row", "/api/v1/instance/domain_blocks")).json as { domain: string }[];
    expect(rows.map(({ domain }) => domain.length > 900_000)).toEqual([true, false]);
    expect((await ask("long-row")).json).toHaveProperty("links");
  });

  it("many-headers come with an answer", async () => {
    const received = await raw("many-headers", (text) => text.includes("links"));
    expect(received.length).toBeGreaterThan(40_000);
  });
});

describe("led astray", () => {
  it.each<[FaultName, string]>([
    ["redirect-loop", "https://redirect-loop.test/.well-known/nodeinfo"],
    ["redirect-chain", "https://redirect-chain.test/.well-known/nodeinfo?hop=1"],
    ["redirect-to-http", "http://redirect-to-http.test/.well-known/nodeinfo"],
    ["redirect-elsewhere", "https://elsewhere.test/.well-known/nodeinfo"],
    ["redirect-to-metadata", "https://169.254.169.254/.well-known/nodeinfo"],
    ["redirect-to-file", "file:///etc/passwd"],
  ])("%s points to %s", async (fault, location) => {
    const { status, headers } = await ask(fault);
    expect([status, headers.location]).toEqual([302, location]);
  });

  it.each<[FaultName, string]>([
    ["redirect-to-loopback", "127.0.0.1"],
    ["redirect-to-loopback-name", "localhost"],
  ])("%s leads to where visits are counted", async (fault, name) => {
    const before = world().canaryHits();
    const { headers } = await ask(fault);
    const { hostname, port } = new URL(String(headers.location));
    expect(hostname).toBe(name);
    await new Promise((done) =>
      connect({ host: "127.0.0.1", port: Number(port) })
        .on("error", done)
        .on("close", done),
    );
    expect(world().canaryHits()).toBe(before + 1);
  });

  it.each<[FaultName, RegExp]>([
    ["redirect-to-ipv6-loopback", /^https:\/\/\[::1\]:\d+\//],
    ["redirect-to-mapped", /^https:\/\/\[::ffff:127\.0\.0\.1\]:\d+\//],
  ])("%s is spelled as intended", async (fault, location) => {
    expect(String((await ask(fault)).headers.location)).toMatch(location);
  });
});

describe("lists that mislead", () => {
  const list = async (fault: FaultName) => {
    world().fault("old.test", fault);
    const { json } = await get("old.test/api/v1/accounts/lookup?acct=alice");
    const path = `old.test/api/v1/accounts/${(json as { id: string }).id}/followers?limit=80`;
    const heard = await get(path);
    world().fault("old.test", undefined);
    const plain = await get(path);
    const rows = (of: typeof heard) => of.json as { acct: string }[];
    return { rows: rows(heard), plain: rows(plain), link: String(heard.headers.link ?? ""), path };
  };

  it("point to themselves", async () => {
    const { link, plain } = await list("page-loop");
    const next = /<https:\/\/([^>]+)>/.exec(link)?.[1] ?? "";
    expect((await get(next)).json).toEqual(plain);
  });

  it.each<[FaultName, RegExp]>([
    ["next-elsewhere", /^<https:\/\/elsewhere\.test\//],
    ["next-on-http", /^<http:\/\/old\.test\//],
    ["next-to-loopback", /^<https:\/\/127\.0\.0\.1:\d+\//],
    ["relative-link", /^<\/api\/v1\/accounts\//],
    ["capital-link", /REL=next/],
    ["no-link", /^$/],
  ])("%s", async (fault, link) => {
    expect((await list(fault)).link).toMatch(link);
  });

  it("repeat people of the page before", async () => {
    const { link, plain } = await list("repeated-rows");
    const next = /<https:\/\/([^>]+)>; rel="next"/.exec(link)?.[1] ?? "";
    world().fault("old.test", "repeated-rows");
    const second = (await get(next)).json as { acct: string }[];
    world().fault("old.test", undefined);
    const before = plain.map(({ acct }) => acct);
    expect(second.filter(({ acct }) => before.includes(acct))).toHaveLength(3);
    expect(second.length).toBeGreaterThan(20);
  });

  it("come in another order", async () => {
    const { rows, plain } = await list("shuffled-rows");
    expect(rows).not.toEqual(plain);
    expect([...rows].map(({ acct }) => acct).sort()).toEqual(plain.map(({ acct }) => acct).sort());
  });

  it("are empty over a count, counted wrong, or shouted", async () => {
    expect((await list("empty-pages")).rows).toEqual([]);
    expect((await list("wrong-counts")).rows[0]).toMatchObject({ followers_count: 987_654 });
    expect((await list("capital-letters")).rows[0]?.acct).toMatch(/^[^a-z]+$/);
  });

  it("break off after the first page", async () => {
    const { path } = await list("no-second-page");
    world().fault("old.test", "no-second-page");
    expect((await get(path)).status).toBe(200);
    expect((await get(`${path}&max_id=1200`)).status).toBe(500);
    world().fault("old.test", undefined);
  });
});

describe("too many requests", () => {
  it.each<[FaultName, RegExp | undefined, RegExp | undefined]>([
    ["limited-iso", /^\d{4}-\d\d-\d\dT.*\.\d{6}Z$/, undefined],
    ["limited-unix", /^\d{10}$/, undefined],
    ["limited-retry-after", undefined, /^\d+$/],
    ["limited-silently", undefined, undefined],
    ["limited-for-a-year", undefined, /^31536000$/],
  ])("%s", async (fault, reset, retry) => {
    const { status, headers } = await ask(fault);
    expect(status).toBe(429);
    if (reset) expect(headers["x-ratelimit-reset"]).toMatch(reset);
    else expect(headers["x-ratelimit-reset"]).toBeUndefined();
    if (retry) expect(headers["retry-after"]).toMatch(retry);
    else expect(headers["retry-after"]).toBeUndefined();
  });
});
