import type { ServerResponse } from "node:http";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type Bed, json, openBed } from "#testing/misbehaving-servers.ts";
import { openTestGate } from "#testing/open-test-gate.ts";
import { makeAuthority } from "#world/serve/certs.ts";
import type { GateOptions, OpenGate } from "./gate.ts";

const now = () => new Date();
/** Many handshakes at once may take long where others need the machine; how long is not the point here. */
const PATIENT = { connect: 15_000, headers: 15_000 };
let bed: Bed;
let gate: OpenGate;

beforeAll(async () => {
  bed = await openBed(makeAuthority());
});
afterAll(() => bed.close());
afterEach(() => gate.close());

function open(more: Partial<GateOptions> = {}): OpenGate {
  gate = openTestGate(bed, { now, deadlines: PATIENT, ...more });
  return gate;
}

const TIME_FOR_ONE_MORE_MS = 200;
const hostsOf = (name: string, many: number) => Array.from({ length: many }, (_, n) => `${name}-${n}.test`);

test("128 hosts are asked at the same time, and never more", async () => {
  const SIDE_BY_SIDE = 128;
  const hosts = hostsOf("crowd", SIDE_BY_SIDE + 20);
  const held = new Set<ServerResponse>();
  let most = 0;
  let opened = false;
  const answerAll = () => {
    opened = true;
    for (const one of held) one.writeHead(404).end();
    held.clear();
  };
  for (const host of hosts) {
    // Nobody is answered before all 128 have come: asked in smaller numbers, they would wait for ever.
    bed.robots(host, (_, response) => {
      held.add(response);
      most = Math.max(most, held.size);
      if (opened) answerAll();
      else if (held.size === SIDE_BY_SIDE) setTimeout(answerAll, TIME_FOR_ONE_MORE_MS);
    });
    bed.serve(host, json("fine"));
  }
  const crowded = open();
  const replies = await Promise.all(hosts.map((host) => crowded.ask({ url: `https://${host}/` })));
  expect(replies.filter(({ ok }) => ok)).toHaveLength(hosts.length);
  expect(most).toBe(SIDE_BY_SIDE);
});

test("a host that has been greeted is asked on before others are greeted, on the same connection", async () => {
  const hosts = hostsOf("queue", 12);
  const order: string[] = [];
  for (const host of hosts) {
    bed.robots(host, (_, response) => {
      order.push("robots");
      response.writeHead(404).end();
    });
    bed.serve(host, (request, response) => {
      order.push("question");
      json("fine")(request, response);
    });
  }
  const before = bed.handshakes();
  const narrow = open({ connections: 2 });
  const replies = await Promise.all(hosts.map((host) => narrow.ask({ url: `https://${host}/` })));
  expect(replies.filter(({ ok }) => ok)).toHaveLength(hosts.length);
  expect(bed.handshakes() - before).toBe(hosts.length);
  const questionsBeforeLastGreeting = order.slice(0, order.lastIndexOf("robots")).filter((one) => one === "question");
  expect(questionsBeforeLastGreeting.length).toBeGreaterThan(hosts.length / 2);
});
