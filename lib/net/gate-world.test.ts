import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openTestGate } from "#testing/open-test-gate.ts";
import type { FaultName } from "#world/faults/names.ts";
import { startWorld, type World } from "#world/start.ts";
import type { GateOptions, OpenGate } from "./gate.ts";

/** Every way the simulated servers misbehave, and what the gate makes of it. */
const HOST = "near.test";
const LIST = `https://${HOST}/api/v1/instance/peers`;
const now = () => new Date();
let world: World;
let gate: OpenGate;

beforeAll(async () => {
  world = await startWorld("three-servers");
});
afterAll(() => world.stop());
afterEach(async () => {
  world.fault(HOST, undefined);
  await gate.close();
  expect(world.canaryHits()).toBe(0);
});

function open(more: Partial<GateOptions> = {}): OpenGate {
  gate = openTestGate({ routes: world.routes, ca: world.caPem }, { now, ...more });
  return gate;
}

test("a healthy server answers", async () => {
  const reply = await open().ask({ url: LIST });
  expect(reply).toMatchObject({ ok: true, status: 200, url: LIST });
  expect(reply.ok && reply.body).toContain("old.test");
});

const REFUSALS: readonly (readonly [FaultName, string])[] = [
  ["reset", "connect"],
  ["no-handshake", "connect"],
  ["expired-certificate", "tls"],
  ["wrong-certificate", "tls"],
  ["parked", "bad-json"],
  ["html-for-json", "bad-json"],
  ["truncated-json", "bad-json"],
  ["endless-body", "too-large"],
  ["gzip-bomb", "too-large"],
  ["huge-list", "too-large"],
  ["many-headers", "too-large"],
  ["redirect-loop", "redirects"],
  ["redirect-chain", "redirects"],
  ["redirect-to-http", "not-https"],
  ["redirect-to-file", "not-https"],
  ["redirect-to-loopback", "private-address"],
  ["redirect-to-loopback-name", "private-address"],
  ["redirect-to-ipv6-loopback", "private-address"],
  ["redirect-to-mapped", "private-address"],
  ["redirect-to-metadata", "private-address"],
];
const STATUSES: readonly (readonly [FaultName, number])[] = [
  ["gone", 410],
  ["bad-gateway", 502],
  ["origin-down", 521],
  ["challenge", 403],
];

describe("a server with the fault", () => {
  test.each(REFUSALS)("%s is refused: %s", async (fault, why) => {
    world.fault(HOST, fault);
    expect(await open().ask({ url: LIST, size: "list" })).toMatchObject({ ok: false, why });
  });

  test.each(STATUSES)("%s has answered: %i", async (fault, status) => {
    world.fault(HOST, fault);
    expect(await open().ask({ url: LIST })).toMatchObject({ ok: true, status });
  });

  test.each([
    ["black-hole", { connect: 300 }],
    ["no-answer", { headers: 300 }],
    ["slow-body", { body: 300 }],
  ] as const)("%s is too slow", async (fault, deadlines) => {
    world.fault(HOST, fault);
    expect(await open({ deadlines }).ask({ url: LIST })).toMatchObject({ ok: false, why: "timeout" });
  });

  test.each(["limited-iso", "limited-unix", "limited-retry-after", "limited-silently", "unavailable"] as const)(
    "%s is asked once, and not again before its time",
    async (fault) => {
      world.fault(HOST, fault);
      const asked = () => world.requests.filter(({ host }) => host === HOST).length;
      const before = asked();
      const first = await open().ask({ url: LIST });
      expect(first).toMatchObject({ ok: false, why: "over-budget" });
      expect(first.ok || Date.parse(first.until ?? "")).toBeGreaterThan(Date.now());
      expect(await gate.ask({ url: LIST })).toMatchObject({ ok: false, why: "over-budget" });
      expect(asked() - before).toBe(1);
    },
  );
});

test("a name that is gone", async () => {
  const lookup = () => Promise.reject(Object.assign(new Error("no such name"), { code: "ENOTFOUND" }));
  expect(await open({ lookup }).ask({ url: "https://dead.invalid/" })).toMatchObject({ ok: false, why: "dns" });
});

test("name servers that do not answer say nothing about a host: it is asked again at once", async () => {
  const failing = () => Promise.reject(Object.assign(new Error("try again"), { code: "EAI_AGAIN" }));
  const looking = open({ lookup: failing });
  const url = "https://fine.invalid/";
  expect(await looking.ask({ url })).toMatchObject({ ok: false, why: "resolver" });
  expect(await looking.ask({ url })).toMatchObject({ ok: false, why: "resolver" });
});
