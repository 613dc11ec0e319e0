import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Bed, json, openBed, redirect } from "#testing/misbehaving-servers.ts";
import { openTestGate } from "#testing/open-test-gate.ts";
import { makeAuthority } from "#world/serve/certs.ts";
import type { OpenGate } from "./gate.ts";

let bed: Bed;
let gate: OpenGate;
const now = () => new Date("2026-11-20T12:00:00Z");

beforeAll(async () => {
  bed = await openBed(makeAuthority());
  gate = openTestGate(bed, { now });
});
afterAll(async () => {
  await gate.close();
  await bed.close();
});

const LIST = [{ domain: "bad.example", severity: "suspend" }];

test("an answer carries its status, address, headers, body and time", async () => {
  bed.serve("plain.test", json(LIST, { "X-Mixed-Case": "yes", link: '<https://plain.test/2>; rel="next"' }));
  const reply = await gate.ask({ url: "https://plain.test/api/v1/things?limit=2#part" });
  expect(reply).toMatchObject({ ok: true, status: 200, url: "https://plain.test/api/v1/things?limit=2", body: LIST });
  expect(reply).toMatchObject({ headers: { "x-mixed-case": "yes", link: '<https://plain.test/2>; rel="next"' } });
  expect(reply.at).toBe("2026-11-20T12:00:00.000Z");
  expect(bed.seen).toContain("plain.test /api/v1/things?limit=2");
});

test("we say who we are and what we want", async () => {
  bed.serve("headers.test", (request, response) => json(request.headers)(request, response));
  const reply = await gate.ask({ url: "https://headers.test/a", accept: "application/activity+json" });
  expect(reply).toMatchObject({
    body: {
      host: "headers.test",
      accept: "application/activity+json",
      "user-agent": "Housewarming/0.0.0 (+https://hw.example/bot)",
    },
  });
});

test("POST sends JSON", async () => {
  bed.serve("post.test", (request, response) => {
    let sent = "";
    request.on("data", (chunk) => {
      sent += chunk;
    });
    request.on("end", () => {
      json({ method: request.method, type: request.headers["content-type"], sent })(request, response);
    });
  });
  const reply = await gate.ask({ url: "https://post.test/api/show", method: "POST", body: { host: "old.example" } });
  expect(reply).toMatchObject({ body: { method: "POST", type: "application/json", sent: '{"host":"old.example"}' } });
});

describe("encodings", () => {
  const text = Buffer.from(JSON.stringify(LIST));
  test.each([
    ["gzip", gzipSync(text)],
    ["x-gzip", gzipSync(text)],
    ["GZIP", gzipSync(text)],
    ["br", brotliCompressSync(text)],
    ["deflate", deflateSync(text)],
    ["deflate", deflateRawSync(text)],
    ["zstd", zstdCompressSync(text)],
    ["identity", text],
  ])("%s is read", async (encoding, bytes) => {
    const host = `coded-${bytes.length}.test`;
    bed.serve(host, (_, response) => void response.writeHead(200, { "content-encoding": encoding }).end(bytes));
    expect(await gate.ask({ url: `https://${host}/` })).toMatchObject({ ok: true, body: LIST });
  });

  test.each([
    ["broken", "gzip", Buffer.from("no gzip at all")],
    ["cut off", "gzip", gzipSync(text).subarray(0, 20)],
    ["broken", "br", Buffer.from("no brotli at all")],
    ["broken", "zstd", Buffer.from("no zstd at all")],
    ["broken", "deflate", Buffer.from("xx no deflate at all")],
    ["unknown", "compress", text],
    ["twice", "gzip, gzip", gzipSync(gzipSync(text))],
  ])("%s %s is a bad answer", async (_, encoding, bytes) => {
    bed.serve(
      "bad-coded.test",
      (__, response) => void response.writeHead(200, { "content-encoding": encoding }).end(bytes),
    );
    expect(await gate.ask({ url: "https://bad-coded.test/" })).toMatchObject({ ok: false, why: "bad-json" });
  });
});

describe("what is not JSON", () => {
  const serve = (status: number, body: string) =>
    bed.serve("words.test", (_, response) => void response.writeHead(status).end(body));

  test.each([
    ["a page", "<!doctype html><title>Far</title>"],
    ["a truncated list", '[{"domain":"bad.exam'],
    ["nothing", ""],
  ])("%s with 200 is a bad answer", async (_, body) => {
    serve(200, body);
    expect(await gate.ask({ url: "https://words.test/" })).toMatchObject({ ok: false, why: "bad-json" });
  });

  test.each([
    [204, "", null],
    [404, "", null],
    [404, "<html>gone fishing</html>", null],
    [401, '{"error":"Request not signed"}', { error: "Request not signed" }],
    [410, '{"error":"Gone"}', { error: "Gone" }],
    [502, "<html>Bad gateway</html>", null],
  ])("%i stands whatever its body is", async (status, body, expected) => {
    serve(status, body);
    expect(await gate.ask({ url: "https://words.test/" })).toMatchObject({ ok: true, status, body: expected });
  });

  test("text is read as text, a mark of byte order left out", async () => {
    serve(200, "\uFEFFfar.example,reason");
    expect(await gate.ask({ url: "https://words.test/", as: "text" })).toMatchObject({ body: "far.example,reason" });
  });

  test("an answer that is no HTTP at all is a bad answer", async () => {
    bed.serve("gibberish.test", (request) => void request.socket.end("\u0000\u0001 what is this?\r\n\r\n"));
    expect(await gate.ask({ url: "https://gibberish.test/" })).toMatchObject({ ok: false, why: "bad-json" });
  });

  test("headers without end are too large", async () => {
    bed.serve(
      "heads.test",
      (request) => void request.socket.end(`HTTP/1.1 200 OK\r\nx: ${"y".repeat(100_000)}\r\n\r\n`),
    );
    expect(await gate.ask({ url: "https://heads.test/" })).toMatchObject({ ok: false, why: "too-large" });
  });
});

describe("redirects", () => {
  test("are followed to another host, which is told as the source", async () => {
    bed.serve("short.test", redirect("https://web.test/.well-known/webfinger?resource=acct:a@short.test", 301));
    bed.serve("web.test", json({ subject: "acct:a@short.test" }));
    const reply = await gate.ask({ url: "https://short.test/.well-known/webfinger?resource=acct:a@short.test" });
    expect(reply).toMatchObject({ ok: true, url: "https://web.test/.well-known/webfinger?resource=acct:a@short.test" });
  });

  test("three are followed, a fourth is too many", async () => {
    const to = (path: string) => redirect(path);
    bed.serve("steps.test", (request, response) => {
      const left = Number(request.url?.slice(1));
      (left === 0 ? json("arrived") : to(`/${left - 1}`))(request, response);
    });
    expect(await gate.ask({ url: "https://steps.test/3" })).toMatchObject({ ok: true, body: "arrived" });
    expect(await gate.ask({ url: "https://steps.test/4" })).toMatchObject({ ok: false, why: "redirects" });
  });

  test("in a circle end", async () => {
    bed.serve("circle.test", redirect("https://circle.test/again"));
    expect(await gate.ask({ url: "https://circle.test/" })).toMatchObject({ ok: false, why: "redirects" });
    expect(bed.seen.filter((request) => request.startsWith("circle.test"))).toHaveLength(4);
  });

  test("without a place to go are answers", async () => {
    bed.serve("nowhere.test", (_, response) => void response.writeHead(302).end());
    expect(await gate.ask({ url: "https://nowhere.test/" })).toMatchObject({ ok: true, status: 302 });
  });

  test.each([
    [307, "POST", '{"a":1}'],
    [302, "GET", ""],
  ])("%i sends a POST on as %s", async (status, method, sent) => {
    const onward = redirect("/here", status);
    bed.serve("post-to.test", (request, response) => {
      if (request.url !== "/here") return onward(request, response);
      let body = "";
      request.on("data", (chunk) => {
        body += chunk;
      });
      request.on("end", () => json({ method: request.method, body })(request, response));
    });
    const reply = await gate.ask({ url: "https://post-to.test/", method: "POST", body: { a: 1 } });
    expect(reply).toMatchObject({ body: { method, body: sent } });
  });

  test.each([302, 307, 308])("%i takes no POST to another host", async (status) => {
    let posted = 0;
    bed.serve("post-away.test", redirect("https://post-there.test/", status));
    bed.serve("post-there.test", (_, response) => {
      posted += 1;
      response.end("{}");
    });
    const reply = await gate.ask({ url: "https://post-away.test/", method: "POST", body: { a: 1 } });
    expect(reply).toMatchObject({ ok: false, why: "redirects" });
    expect(posted).toBe(0);
  });
});
