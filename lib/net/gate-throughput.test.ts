import { afterAll, beforeAll, expect, test } from "vitest";
import { makeAuthority } from "#world/certs.ts";
import { type Bed, openBed } from "./bed.ts";
import { type OpenGate, openGate } from "./gate.ts";
import { memoryLedger } from "./ledger.ts";
import { processMemory } from "./memory.ts";
import { parseRoutes } from "./routes.ts";

const HOSTS = 300;
const LATENCY_MS = 100;
/** Asked one after the other they take a minute; side by side a second or two, more where others need the machine. */
const SIDE_BY_SIDE_MS = (HOSTS * 2 * LATENCY_MS) / 6;
/** A block list of usual length. */
const LIST = JSON.stringify(
  Array.from({ length: 500 }, (_, n) => ({ domain: `bad-${n}.example`, digest: "d".repeat(64), severity: "suspend" })),
);

let bed: Bed;
let gate: OpenGate;
const now = () => new Date();

beforeAll(async () => {
  const authority = makeAuthority();
  for (let n = 0; n < HOSTS; n++) authority.contextFor(`host-${n}.test`);
  bed = await openBed(authority);
  const parsed = parseRoutes(bed.routes);
  if (!parsed.ok) throw new Error(parsed.problem);
  const memory = processMemory(now);
  gate = openGate({
    ledger: memoryLedger(),
    memory,
    routes: parsed.routes,
    ca: bed.ca,
    userAgent: "test",
    robots: "polite",
    optOut: () => false,
    now,
  });
});
afterAll(async () => {
  await gate.close();
  await bed.close();
});

test(`${HOSTS} hosts are asked side by side, each on one connection for robots.txt and the question`, async () => {
  const hosts = Array.from({ length: HOSTS }, (_, n) => `host-${n}.test`);
  for (const host of hosts) {
    bed.robots(host, (_, response) => void setTimeout(() => response.writeHead(404).end(), LATENCY_MS));
    bed.serve(host, (_, response) => void setTimeout(() => response.end(LIST), LATENCY_MS));
  }
  const begun = performance.now();
  const asked = hosts.map((host) => gate.ask({ url: `https://${host}/api/v1/instance/domain_blocks`, size: "list" }));
  const replies = await Promise.all(asked);
  expect(replies.filter(({ ok }) => ok)).toHaveLength(HOSTS);
  expect(bed.handshakes()).toBe(HOSTS);
  expect(performance.now() - begun).toBeLessThan(SIDE_BY_SIDE_MS);
});
