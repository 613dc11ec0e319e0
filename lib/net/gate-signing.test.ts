import { createPublicKey, createVerify } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Ledger } from "#lib/domain/ports/ports.ts";
import { type Bed, json, openBed, type Serve } from "#testing/misbehaving-servers.ts";
import { openTestGate } from "#testing/open-test-gate.ts";
import { makeAuthority } from "#world/serve/certs.ts";
import { memoryLedger } from "./budget/ledger.ts";
import type { GateOptions, OpenGate } from "./gate.ts";
import { actorDocument, keyIdOf } from "./signing/actor.ts";
import { makeKeyPair, makeSigner } from "./signing/signer.ts";

const MINUTE = 60_000;
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

describe("a server that wants signatures", () => {
  const PUBLIC_URL = "https://hw.test";
  const keys = makeKeyPair();
  type Told = { readonly host: string; readonly status: number; readonly reason: string };
  const told: Told[] = [];
  const signing = async (options: Partial<GateOptions> = {}) => {
    const { privatePem, publicPem } = await keys;
    const signer = makeSigner(keyIdOf({ publicUrl: PUBLIC_URL, publicPem }), privatePem);
    told.length = 0;
    return open({ signer, tellRefusal: (refusal) => told.push(refusal), ...options });
  };
  const wantsSigned =
    (signed: Serve, wish: Readonly<Record<string, string>> = {}): Serve =>
    (request, response) =>
      request.headers.signature
        ? signed(request, response)
        : void response.writeHead(401, wish).end('{"error":"Request not signed"}');
  const says =
    (status: number, body = ""): Serve =>
    (_, response) =>
      void response.writeHead(status).end(body);

  test("is told apart from one that wants a login", async () => {
    bed.serve("login.test", says(401, '{"error":"The access token is invalid"}'));
    const ask = { url: "https://login.test/", sign: true };
    expect(await (await signing()).ask(ask)).toMatchObject({ status: 401, wantsNoSignature: true });
    expect(await open().ask(ask)).not.toHaveProperty("wantsNoSignature");
  });

  test("is sent no more than the asker has left for it", async () => {
    bed.serve("few.test", wantsSigned(says(200, "{}")));
    const gate = await signing();
    const asked: string[] = [];
    const spend = (host: string) => asked.push(host) < 1;
    expect(await gate.ask({ url: "https://few.test/", sign: true, spend })).toMatchObject({ why: "over-budget" });
    expect([asked, seenOf("few.test")]).toEqual([["few.test"], 1]);
    expect(await gate.ask({ url: "https://few.test/", sign: true, spend })).toMatchObject({ status: 200 });
    expect([asked, seenOf("few.test")]).toEqual([["few.test"], 2]);
  });

  test("is not asked for a page twice", async () => {
    bed.serve("pages.test", wantsSigned(json("page")));
    const gate = await signing();
    for (const page of [1, 2, 3])
      expect(await gate.ask({ url: `https://pages.test/${page}`, sign: true })).toMatchObject({
        ok: true,
        signed: true,
      });
    expect(seenOf("pages.test")).toBe(4);
  });

  test("is not asked twice by questions that come together either", async () => {
    bed.serve("together.test", wantsSigned(json("page")));
    const gate = await signing();
    const replies = await Promise.all(
      [1, 2, 3, 4].map((page) => gate.ask({ url: `https://together.test/${page}`, sign: true })),
    );
    expect(replies.map((reply) => reply.ok && reply.signed)).toEqual([true, true, true, true]);
    expect(seenOf("together.test")).toBe(5);
  });

  test.each([
    [401, '{"error":"Webfinger error when resolving housewarming@hw.test"}', "signature-refused"],
    [403, "", "refused-us"],
    [500, "Internal Server Error", "our-fault"],
    [502, "<html>Bad gateway</html>", "our-fault"],
    [503, '{"error":"Fetching attempt skipped because of recent connection failure"}', "our-fault"],
  ])("refuses with %i because of us", async (status, body, ours) => {
    const host = `s${status}.refuses.test`;
    bed.serve(host, wantsSigned(says(status, body)));
    const reply = await (await signing()).ask({ url: `https://${host}/`, sign: true, as: "text" });
    expect(reply).toMatchObject({ ok: true, status, signed: true, ours });
  });

  test("is turned away for our host where another server believes our signature, and only then", async () => {
    bed.serve("shut.test", wantsSigned(says(403, "")));
    bed.serve("good.test", wantsSigned(json("fine")));
    const gate = await signing();
    const shut = () => gate.ask({ url: "https://shut.test/", sign: true, as: "text" });
    expect(await shut()).not.toHaveProperty("believedElsewhere");
    await gate.ask({ url: "https://good.test/", sign: true });
    expect(await shut()).toMatchObject({ ours: "refused-us", believedElsewhere: true });
    bed.serve("good.test", says(403, ""));
    expect(await gate.ask({ url: "https://good.test/", sign: true, as: "text" })).not.toHaveProperty(
      "believedElsewhere",
    );
    ms += 60 * MINUTE;
    expect(await shut()).not.toHaveProperty("believedElsewhere");
  });

  test.each([
    [401, ""],
    [404, "nobody"],
    [410, ""],
  ])("says %i about what was asked for", async (status, body) => {
    const host = `s${status}.says.test`;
    bed.serve(host, wantsSigned(says(status, body)));
    const reply = await (await signing()).ask({ url: `https://${host}/`, sign: true, as: "text" });
    expect(reply).toMatchObject({ ok: true, status, signed: true });
    expect(reply).not.toHaveProperty("ours");
  });

  test("is down itself, where it took our signature before", async () => {
    bed.serve("down.test", wantsSigned(json("fine")));
    const gate = await signing();
    await gate.ask({ url: "https://down.test/1", sign: true });
    bed.serve("down.test", says(502));
    const reply = await gate.ask({ url: "https://down.test/2", sign: true, as: "text" });
    expect(reply).toMatchObject({ ok: true, status: 502 });
    expect(reply).not.toHaveProperty("ours");
  });

  test("tells the operator its reason once an hour, as plain text", async () => {
    bed.serve("reason.test", wantsSigned(says(401, '{"error":"Verification\\u001b[31m failed"}')));
    const gate = await signing();
    for (const page of [1, 2]) await gate.ask({ url: `https://reason.test/${page}`, sign: true });
    expect(told).toEqual([{ host: "reason.test", status: 401, reason: "Verification [31m failed" }]);
    ms += 60 * MINUTE;
    await gate.ask({ url: "https://reason.test/3", sign: true });
    expect(told).toHaveLength(2);
  });

  test("that could not reach us is asked for nothing signed for five minutes", async () => {
    bed.serve("missed.test", wantsSigned(says(503)));
    const gate = await signing();
    await gate.ask({ url: "https://missed.test/1", sign: true });
    const until = new Date(ms + 5 * MINUTE).toISOString();
    expect(await gate.ask({ url: "https://missed.test/2", sign: true })).toMatchObject({ why: "our-fault", until });
    expect(seenOf("missed.test")).toBe(2);
    bed.serve("missed.test", wantsSigned(json("fine")));
    expect(await gate.ask({ url: "https://missed.test/plain", as: "text" })).toMatchObject({ status: 401 });
    ms += 5 * MINUTE;
    expect(await gate.ask({ url: "https://missed.test/2", sign: true })).toMatchObject({ ok: true, status: 200 });
  });

  test("that is late with its first answer waits for us, and is not taken for silent", async () => {
    const failed: string[] = [];
    const ledger: Ledger = { ...memoryLedger(), failed: async (host) => void failed.push(host) };
    bed.serve(
      "late.test",
      wantsSigned(() => undefined),
    );
    const gate = await signing({ ledger, deadlines: { headers: 200 } });
    expect(await gate.ask({ url: "https://late.test/", sign: true })).toMatchObject({ ok: false, why: "our-fault" });
    expect(failed).toEqual([]);
  });

  describe("as RFC 9421 has them", () => {
    const standard =
      (publicPem: string): Serve =>
      (request, response) => {
        const input = String(request.headers["signature-input"] ?? "").replace(/^sig1=/, "");
        const lines = [`"@method": GET`, `"@target-uri": https://${request.headers.host}${request.url}`];
        const base = [...lines, `"@signature-params": ${input}`].join("\n");
        const value = /^sig1=:(.*):$/.exec(String(request.headers.signature))?.[1] ?? "";
        if (createVerify("rsa-sha256").update(base).verify(publicPem, value, "base64")) json("fine")(request, response);
        else says(401, '{"error":"only HTTP Message Signatures (RFC 9421) are read here"}')(request, response);
      };

    test("gets them at once where it names them", async () => {
      bed.serve(
        "names.test",
        wantsSigned(standard((await keys).publicPem), { "accept-signature": 'sig1=("@method")' }),
      );
      const reply = await (await signing()).ask({ url: "https://names.test/a?b=c", sign: true });
      expect(reply).toMatchObject({ ok: true, status: 200, body: "fine" });
      expect(seenOf("names.test")).toBe(2);
    });

    test("gets them after it refused the draft, and from then on", async () => {
      bed.serve("learns.test", wantsSigned(standard((await keys).publicPem)));
      const gate = await signing();
      for (const page of [1, 2])
        expect(await gate.ask({ url: `https://learns.test/${page}`, sign: true })).toMatchObject({ status: 200 });
      expect(seenOf("learns.test")).toBe(4);
    });
  });
});
