import type { ConnectionOptions } from "node:tls";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type Bed, json, openBed, redirect } from "#testing/misbehaving-servers.ts";
import { openTestGate } from "#testing/open-test-gate.ts";
import { makeAuthority } from "#world/serve/certs.ts";
import { parseRoutes } from "./connect/routes.ts";
import type { GateOptions, OpenGate } from "./gate.ts";

/** Every socket the gate opens: none may go anywhere but to the routed bed. */
const dialled = vi.hoisted(() => [] as ConnectionOptions[]);
vi.mock("node:tls", async (original) => {
  const tls = await original<typeof import("node:tls")>();
  const connect = (options: ConnectionOptions) => {
    dialled.push(options);
    return tls.connect(options);
  };
  return { ...tls, connect };
});

let bed: Bed;
let gate: OpenGate;
let asked: string[];

/** What names resolve to; each look-up takes the next answer. */
const NAMES: Record<string, string[][]> = {
  "loopback.example": [["127.0.0.1"]],
  "six.example": [["::1"]],
  "metadata.example": [["169.254.169.254"]],
  "mapped.example": [["::ffff:127.0.0.1"]],
  "nat64.example": [["64:ff9b::7f00:1"]],
  "mixed.example": [["8.8.8.8", "127.0.0.1"]],
  "mixed-six.example": [["2606:4700::1111", "::1"]],
  "rebinding.example": [["192.0.2.1"], ["127.0.0.1"], ["10.0.0.1"]],
  "nothing.example": [[]],
  localhost: [["8.8.8.8"]],
  "sub.localhost": [["8.8.8.8"]],
  intranet: [["8.8.8.8"]],
};

beforeAll(async () => {
  bed = await openBed(makeAuthority());
});
afterAll(async () => {
  await bed.close();
});
beforeEach(() => {
  gate = open();
});
afterEach(async () => {
  await gate.close();
  const ports = new Set(dialled.splice(0).map(({ port }) => port));
  expect([...ports].filter((port) => !bed.routes.endsWith(`:${port}`))).toEqual([]);
});

function open(more: Partial<GateOptions> = {}): OpenGate {
  asked = [];
  const answers = new Map(Object.entries(NAMES).map(([name, lists]) => [name, [...lists]]));
  return openTestGate(bed, {
    async lookup(host) {
      asked.push(host);
      const list = answers.get(host);
      if (!list) throw Object.assign(new Error(`no ${host}`), { code: "ENOTFOUND" });
      return (list.length > 1 ? list.shift() : list[0]) ?? [];
    },
    ...more,
  });
}

const privately = { ok: false, why: "private-address" };

describe("an address of somebody's inside", () => {
  test.each([
    "127.0.0.1",
    "2130706433",
    "0x7f000001",
    "0x7f.1",
    "127.1",
    "0177.0.0.1",
    "127.0.0.1.",
    "１２７.0.0.1",
    "0.0.0.0",
    "10.0.0.1",
    "169.254.169.254",
    "100.64.0.1",
    "192.168.0.1",
    "224.0.0.1",
    "[::1]",
    "[::]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::127.0.0.1]",
    "[::7f00:1]",
    "[64:ff9b::127.0.0.1]",
    "[2002:7f00:1::]",
    "[2001::1]",
    "[fe80::1]",
    "[fc00::1]",
    "[ff02::1]",
    "[fd00:ec2::254]",
  ])("written as %s is refused without a look-up", async (host) => {
    expect(await gate.ask({ url: `https://${host}/` })).toMatchObject(privately);
    expect(asked).toEqual([]);
  });

  test.each(Object.keys(NAMES).filter((name) => !["nothing.example", "rebinding.example"].includes(name)))(
    "behind the name %s is refused",
    async (name) => {
      expect(await gate.ask({ url: `https://${name}/` })).toMatchObject(privately);
    },
  );

  test("is judged anew at every connection", async () => {
    const replies = await Promise.all([1, 2, 3].map((n) => gate.ask({ url: `https://rebinding.example/${n}` })));
    expect(replies.map((reply) => reply.ok || reply.why)).toEqual(Array(3).fill("private-address"));
    expect(await gate.ask({ url: "https://rebinding.example/4" })).toMatchObject(privately);
    expect(asked.length).toBeGreaterThanOrEqual(2);
  });

  test.each([
    ["another name", "https://loopback.example/"],
    ["an address", "https://127.0.0.1/"],
    ["an address in another spelling", "https://0x7f.1/"],
    ["an address with a port", "https://127.0.0.1:8443/"],
    ["a name of this machine", "https://localhost:8443/"],
    ["an address after another redirect", "https://onward.test/"],
  ])("is refused behind a redirect to %s", async (_, location) => {
    bed.serve("onward.test", redirect("https://[::1]/"));
    bed.serve("away.test", redirect(location));
    expect(await gate.ask({ url: "https://away.test/" })).toMatchObject(privately);
  });

  test("is refused for robots.txt, which may not hide it", async () => {
    bed.robots("robots-away.test", redirect("https://127.0.0.1/robots.txt"));
    bed.serve("robots-away.test", json("fine"));
    expect(await gate.ask({ url: "https://robots-away.test/" })).toMatchObject({ ok: true, body: "fine" });
  });
});

describe("what is not plain https", () => {
  const plainly = { ok: false, why: "not-https" };
  test.each([
    "http://far.test/",
    "ftp://far.test/",
    "file:///etc/passwd",
    "data:application/json,1",
    "javascript:1",
    "https://far.test:8443/",
    "https://user:secret@far.test/",
    "far.test",
    "//far.test/",
    "",
    "https://",
  ])("%s is refused", async (url) => {
    expect(await gate.ask({ url })).toMatchObject(plainly);
    expect(bed.seen.filter((request) => request.startsWith("far.test"))).toEqual([]);
  });

  test("is not followed", async () => {
    for (const location of ["http://far.test/", "file:///etc/passwd", "https://far.test:22/", "https://[broken/"]) {
      bed.serve("down.test", redirect(location));
      expect(await gate.ask({ url: "https://down.test/" }), location).toMatchObject(plainly);
    }
  });
});

describe("routes", () => {
  test("lead where they say, and nowhere else", async () => {
    const parsed = parseRoutes(bed.routes.replace("*.test", "good.test"));
    if (!parsed.ok) throw new Error(parsed.problem);
    const only = open({ routes: parsed.routes });
    bed.serve("good.test", json("here"));
    expect(await only.ask({ url: "https://good.test/" })).toMatchObject({ ok: true, body: "here" });
    expect(dialled).not.toEqual([]);
    expect(await only.ask({ url: "https://sub.good.test/" })).toMatchObject({ ok: false, why: "dns" });
    await only.close();
  });

  test("do not carry another name's certificate", async () => {
    expect(await gate.ask({ url: "https://wrong-name.test/" })).toMatchObject({ ok: false, why: "tls" });
    expect(await gate.ask({ url: "https://expired.test/" })).toMatchObject({ ok: false, why: "tls" });
    const untrusting = open({ ca: makeAuthority().caPem });
    expect(await untrusting.ask({ url: "https://far.test/" })).toMatchObject({ ok: false, why: "tls" });
    await untrusting.close();
  });
});

test("a name that leads nowhere is a value", async () => {
  expect(await gate.ask({ url: "https://gone.example/" })).toMatchObject({ ok: false, why: "dns" });
  expect(await gate.ask({ url: "https://nothing.example/" })).toMatchObject({ ok: false, why: "dns" });
});

test.each([
  ["too long a name", `${"long-label.".repeat(40)}test`],
  ["too long a label", `${"x".repeat(300)}.test`],
  ["an underscore", "a_b.test"],
  ["an empty label", "a..test"],
  ["a star", "*.test"],
  ["a letter of another script", "bücher.test"],
])("a name with %s is a value", async (_, host) => {
  const reply = await gate.ask({ url: `https://${host}/` });
  expect(["not-https", "dns", "connect", "tls", "bad-json", true]).toContain(reply.ok || reply.why);
});

test("our own mistakes throw", async () => {
  const broken = open({
    lookup: () => {
      throw new TypeError("a bug");
    },
  });
  await expect(broken.ask({ url: "https://far.example/" })).rejects.toThrow("a bug");
  await broken.close();
});
