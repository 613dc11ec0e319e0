import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { Reply } from "#lib/domain/ports/gate.ts";
import type { Ledger } from "#lib/domain/ports/ports.ts";
import { startWorld, type World } from "#world/start.ts";
import { memoryLedger } from "./budget/ledger.ts";
import { parseRoutes } from "./connect/routes.ts";
import { type OpenGate, openGate } from "./gate.ts";
import { processMemory } from "./memory.ts";

/** Against servers that count as Mastodon does: 300 requests in five minutes, and 300 pages in fifteen. */
const START = Date.UTC(2026, 10, 20, 12);
const PROCESSES = 3;
const CURSORS = 4;
let ms = START;
let world: World;
let gates: OpenGate[];
const now = () => new Date(ms);

beforeAll(async () => {
  world = await startWorld("three-servers", { clock: { now: () => ms } });
});
afterAll(() => world.stop());
beforeEach(() => {
  ms += 3_600_000;
  gates = [];
});
afterEach(() => Promise.all(gates.map((gate) => gate.close())));

function open(ledger: Ledger): OpenGate {
  const parsed = parseRoutes(world.routes);
  if (!parsed.ok) throw new Error(parsed.problem);
  const memory = processMemory(now);
  const common = { ledger, memory, now, routes: parsed.routes, ca: world.caPem, userAgent: "test" };
  const gate = openGate({ ...common, robots: "polite", optOut: () => false });
  gates.push(gate);
  return gate;
}

const page = (host: string) => ({
  url: `https://${host}/api/v1/accounts/1/followers?max_id=99999`,
  paged: true,
  own: true,
});

async function readOn(gate: OpenGate, host: string): Promise<Reply> {
  const reply = await gate.ask(page(host));
  return reply.ok ? readOn(gate, host) : reply;
}

/** All cursors of all processes read until they are told to stop. */
async function readAll(processes: readonly OpenGate[], host: string): Promise<void> {
  const cursors = processes.flatMap((gate) => Array.from({ length: CURSORS }, () => readOn(gate, host)));
  for (const reply of await Promise.all(cursors)) expect(reply).toMatchObject({ ok: false, why: "over-budget" });
}

function counted(host: string) {
  const pages = world.requests.filter((one) => one.host === host && one.at >= ms && one.path.includes("max_id"));
  return { pages: pages.length, refused: pages.filter(({ status }) => status === 429).length };
}

test("three processes use 240 of 300 pages and never meet a 429", async () => {
  const ledger = memoryLedger();
  const begun = ms;
  const processes = Array.from({ length: PROCESSES }, () => open(ledger));
  await readAll(processes, "near.test");
  ms = begun + 300_000;
  await readAll(processes, "near.test");
  ms = begun;
  expect(counted("near.test").refused).toBe(0);
  expect(counted("near.test").pages).toBeGreaterThanOrEqual(230);
  expect(counted("near.test").pages).toBeLessThanOrEqual(240);
});

test("what a neighbour behind the same address has used is not used again", async () => {
  const begun = ms;
  const neighbour = open(memoryLedger());
  for (let n = 0; n < 100; n++) await neighbour.ask(page("far.test"));
  const ledger = memoryLedger();
  const processes = Array.from({ length: PROCESSES }, () => open(ledger));
  await readAll(processes, "far.test");
  ms = begun + 300_000;
  await readAll(processes, "far.test");
  ms = begun;
  expect(counted("far.test").refused).toBe(0);
  expect(counted("far.test").pages).toBeGreaterThanOrEqual(230);
  // The host's word is about what it has counted: in each window, what is under way just then comes on top.
  expect(counted("far.test").pages).toBeLessThanOrEqual(240 + 2 * PROCESSES * CURSORS);
});

test("the last sixty pages of a list are read where they are the last", async () => {
  const gate = open(memoryLedger());
  const begun = ms;
  for (let left = 299; left >= 0; left--) {
    const reply = await gate.ask({ ...page("wall.test"), pagesLeft: left });
    if (reply.ok) continue;
    expect(reply).toMatchObject({ why: "over-budget", until: new Date(begun + 300_000).toISOString() });
    ms = begun + 300_000;
    left++;
  }
  ms = begun;
  expect(counted("wall.test")).toEqual({ pages: 300, refused: 0 });
});
