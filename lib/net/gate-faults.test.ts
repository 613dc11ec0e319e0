import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Bed, json, openBed, openTrap, type Trap } from "#testing/misbehaving-servers.ts";
import { openTestGate } from "#testing/open-test-gate.ts";
import { makeAuthority } from "#world/serve/certs.ts";
import { memoryLedger } from "./budget/ledger.ts";
import { DEADLINES } from "./exchange.ts";
import type { GateOptions, OpenGate } from "./gate.ts";

const MB = 1024 * 1024;
const now = () => new Date();
let bed: Bed;
let hole: Trap;
let door: Trap;
let gate: OpenGate;

beforeAll(async () => {
  bed = await openBed(makeAuthority());
  hole = await openTrap(() => {});
  door = await openTrap((socket) => socket.resetAndDestroy());
});
afterAll(() => Promise.all([bed.close(), hole.close(), door.close()]));
beforeEach(() => {
  gate = open();
});
afterEach(() => gate.close());

function open(more: Partial<GateOptions> = {}): OpenGate {
  return openTestGate(
    { routes: `${bed.routes},hole.test=127.0.0.1:${hole.port},door.test=127.0.0.1:${door.port}`, ca: bed.ca },
    more,
  );
}

/** Asks with one short deadline, and says how long it took. */
async function timed(deadlines: GateOptions["deadlines"], url: string) {
  const hasty = open(deadlines ? { deadlines } : {});
  const begun = performance.now();
  const reply = await hasty.ask({ url });
  await hasty.close();
  return { reply, took: performance.now() - begun };
}

const drip = (bytes: string) => (_: unknown, response: ServerResponse) => {
  response.writeHead(200);
  const timer = setInterval(() => response.write(bytes), 10);
  response.on("close", () => clearInterval(timer));
};

describe("deadlines", () => {
  test("a host that takes the connection and says nothing", async () => {
    const { reply, took } = await timed({ connect: 80 }, "https://hole.test/");
    expect(reply).toMatchObject({ ok: false, why: "timeout" });
    expect(took).toBeLessThan(DEADLINES.connect);
  });

  test("a host that never sends headers", async () => {
    bed.serve("mute.test", () => {});
    const { reply, took } = await timed({ headers: 200 }, "https://mute.test/");
    expect(reply).toMatchObject({ ok: false, why: "timeout" });
    expect(took).toBeLessThan(DEADLINES.headers);
  });

  test("a body that never ends, drop by drop", async () => {
    bed.serve("drip.test", drip(" "));
    const { reply, took } = await timed({ body: 200 }, "https://drip.test/");
    expect(reply).toMatchObject({ ok: false, why: "timeout" });
    expect(took).toBeLessThan(DEADLINES.body);
  });

  test("many steps, each in time, all together too long", async () => {
    bed.serve("stairs.test", (_, response) => {
      setTimeout(() => response.writeHead(302, { location: "/next" }).end(), 100);
    });
    const { reply, took } = await timed({ total: 200 }, "https://stairs.test/");
    expect(reply).toMatchObject({ ok: false, why: "timeout" });
    expect(took).toBeLessThan(DEADLINES.headers);
  });

  test("the page that explains a refusal may take forever, the refusal stands", async () => {
    bed.serve("lecture.test", (_, response) => void response.writeHead(403).write("because "));
    const { reply } = await timed({ body: 300 }, "https://lecture.test/");
    expect(reply).toMatchObject({ ok: true, status: 403, body: null });
  });

  test("the page that explains a refusal may be endless, the refusal stands", async () => {
    bed.serve("sermon.test", (_, response) => {
      response.writeHead(404);
      const more = () => {
        while (response.write("x".repeat(16_384)));
      };
      response.on("drain", more);
      more();
    });
    expect((await timed(undefined, "https://sermon.test/")).reply).toMatchObject({ ok: true, status: 404, body: null });
  });
});

describe("sizes", () => {
  const flood =
    (chunk: Buffer, headers: Record<string, string> = {}) =>
    (_: unknown, response: ServerResponse) => {
      response.writeHead(200, headers);
      const more = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on("drain", more).on("error", () => {});
      more();
    };

  test("an endless body is left at the cap", async () => {
    bed.serve("endless.test", flood(Buffer.alloc(64 * 1024, " ")));
    expect(await gate.ask({ url: "https://endless.test/" })).toMatchObject({ ok: false, why: "too-large" });
  });

  test("a length announced above the cap is believed", async () => {
    let hungUp = () => {};
    const closed = new Promise<void>((resolve) => {
      hungUp = resolve;
    });
    bed.serve("boast.test", (_, response) => {
      response.on("close", hungUp);
      response.writeHead(200, { "content-length": 50 * MB }).write("[");
    });
    expect(await gate.ask({ url: "https://boast.test/", size: "list" })).toMatchObject({ ok: false, why: "too-large" });
    await closed;
  });

  test("a list of 50 MB is too large even for a list", async () => {
    bed.serve("long.test", (_, response) => void response.writeHead(200).end(Buffer.alloc(50 * MB, " ")));
    expect(await gate.ask({ url: "https://long.test/", size: "list" })).toMatchObject({ ok: false, why: "too-large" });
  });

  test.each([
    ["normal", 2],
    ["list", 10],
  ] as const)("a %s answer may have %i MB, and not a byte more", async (size, mb) => {
    const text = (bytes: number) => `"${"x".repeat(bytes - 2)}"`;
    bed.serve("edge.test", (request, response) => void response.end(text(mb * MB + Number(request.url?.slice(1)))));
    expect(await gate.ask({ url: "https://edge.test/0", size })).toMatchObject({ ok: true, status: 200 });
    expect(await gate.ask({ url: "https://edge.test/1", size })).toMatchObject({ ok: false, why: "too-large" });
  });

  test("what counts is what a body unpacks to", async () => {
    const coded = { "content-encoding": "gzip" };
    bed.serve("packed.test", (request, response) => {
      const bytes = 2 * MB - 2 + Number(request.url?.slice(1));
      response.writeHead(200, coded).end(gzipSync(`"${"x".repeat(bytes)}"`));
    });
    expect(await gate.ask({ url: "https://packed.test/0" })).toMatchObject({ ok: true });
    expect(await gate.ask({ url: "https://packed.test/1" })).toMatchObject({ ok: false, why: "too-large" });
  });

  test("bombs of 200 MB leave memory flat", async () => {
    const bomb = gzipSync(Buffer.alloc(200 * MB), { level: 1 });
    bed.serve("bomb.test", (_, response) => void response.writeHead(200, { "content-encoding": "gzip" }).end(bomb));
    await gate.ask({ url: "https://bomb.test/warm", size: "list" });
    const before = process.memoryUsage().rss;
    let most = before;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss);
    }, 2);
    const replies = await Promise.all(
      [1, 2, 3, 4].map((n) => gate.ask({ url: `https://bomb.test/${n}`, size: "list" })),
    );
    clearInterval(watch);
    expect(replies.map((reply) => reply.ok || reply.why)).toEqual(Array(4).fill("too-large"));
    expect((most - before) / MB).toBeLessThan(100);
  });
});

describe("broken lines", () => {
  test("a connection reset at once", async () => {
    expect(await gate.ask({ url: "https://door.test/" })).toMatchObject({ ok: false, why: "connect" });
  });

  test("a connection cut before the answer", async () => {
    bed.serve("cut.test", (request) => void request.socket.destroy());
    expect(await gate.ask({ url: "https://cut.test/" })).toMatchObject({ ok: false, why: "connect" });
    expect(bed.seen.filter((request) => request.startsWith("cut.test"))).toHaveLength(2);
  });

  test("a connection cut in the middle of the body", async () => {
    bed.serve("half.test", (request, response) => {
      response.writeHead(200, { "content-length": 1000 }).write('[{"domain":"bad.exam');
      setImmediate(() => request.socket.destroy());
    });
    expect(await gate.ask({ url: "https://half.test/" })).toMatchObject({ ok: false, why: "connect" });
    expect(bed.seen.filter((request) => request.startsWith("half.test"))).toHaveLength(1);
  });

  test("a kept connection that was closed in the meantime is no failure", async () => {
    let cut = true;
    bed.serve("kept.test", (request, response) => {
      if (request.url === "/2" && cut) {
        cut = false;
        request.socket.destroy();
      } else json("fine")(request, response);
    });
    expect(await gate.ask({ url: "https://kept.test/1" })).toMatchObject({ ok: true });
    expect(await gate.ask({ url: "https://kept.test/2" })).toMatchObject({ ok: true, body: "fine" });
  });

  test("nothing is sent twice for which nothing is left, and that is not the host's fault", async () => {
    bed.serve("cut-once.test", (request) => void request.socket.destroy());
    const reply = await gate.ask({ url: "https://cut-once.test/", spend: () => false });
    expect(reply).toMatchObject({ ok: false, why: "over-budget" });
    expect(bed.seen.filter((request) => request.startsWith("cut-once.test"))).toHaveLength(1);
  });

  test("a POST is not sent twice", async () => {
    bed.serve("cut-post.test", (request) => void request.socket.destroy());
    const reply = await gate.ask({ url: "https://cut-post.test/", method: "POST", body: {} });
    expect(reply).toMatchObject({ ok: false, why: "connect" });
    expect(bed.seen.filter((request) => request.startsWith("cut-post.test"))).toHaveLength(1);
  });
});

test("closing the gate ends what is under way, and is not the host's fault", async () => {
  const ledger = memoryLedger();
  const closing = open({ ledger });
  let reached = () => {};
  const there = new Promise<void>((resolve) => {
    reached = resolve;
  });
  bed.serve("open.test", () => reached());
  const asked = closing.ask({ url: "https://open.test/" });
  await there;
  await closing.close();
  expect(await asked).toMatchObject({ ok: false, why: "cancelled" });
  expect(await ledger.take("open.test", { paged: false, permits: 1 }, now())).toMatchObject({ ok: true });
});

describe("an asker who gives up", () => {
  test("before asking asks nothing", async () => {
    const reply = await gate.ask({ url: "https://early.test/", signal: AbortSignal.abort() });
    expect(reply).toMatchObject({ ok: false, why: "cancelled" });
    expect(bed.seen.filter((request) => request.startsWith("early.test"))).toEqual([]);
  });

  test("while waiting for an answer hangs up", async () => {
    const controller = new AbortController();
    let hungUp = () => {};
    const closed = new Promise<void>((resolve) => {
      hungUp = resolve;
    });
    bed.serve("wait.test", (_, response) => {
      response.on("close", hungUp);
      controller.abort();
    });
    expect(await gate.ask({ url: "https://wait.test/", signal: controller.signal })).toMatchObject({
      why: "cancelled",
    });
    await closed;
  });

  test("may give up a hundred questions with one signal", async () => {
    const warnings: Error[] = [];
    const note = (warning: Error) => void warnings.push(warning);
    process.on("warning", note);
    const { signal } = new AbortController();
    bed.serve("many.test", json("fine"));
    await Promise.all(Array.from({ length: 100 }, (_, n) => gate.ask({ url: `https://many.test/${n}`, signal })));
    await new Promise((done) => setImmediate(done));
    process.off("warning", note);
    expect(warnings).toEqual([]);
  });

  test("takes nobody along who waits for the same robots.txt", async () => {
    const controller = new AbortController();
    bed.robots("shared.test", (_, response) => {
      controller.abort();
      setTimeout(() => response.writeHead(404).end(), 30);
    });
    bed.serve("shared.test", json("fine"));
    const replies = await Promise.all([
      gate.ask({ url: "https://shared.test/1", signal: controller.signal }),
      gate.ask({ url: "https://shared.test/2" }),
    ]);
    expect(replies).toMatchObject([{ why: "cancelled" }, { ok: true, body: "fine" }]);
  });
});
