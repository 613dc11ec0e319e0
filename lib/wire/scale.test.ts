import { fork } from "node:child_process";
import { once } from "node:events";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, onTestFinished, test } from "vitest";
import type { Ledger } from "#lib/domain/ports/ports.ts";
import { readFollowers } from "#lib/fediverse/follower-list/list.ts";
import { mastodon } from "#lib/fediverse/software/mastodon.ts";
import { memoryLedger } from "#lib/net/budget/ledger.ts";
import { parseRoutes } from "#lib/net/connect/routes.ts";
import { openGate } from "#lib/net/gate.ts";
import { processMemory } from "#lib/net/memory.ts";
import type { Opened } from "#testing/wire/servers.ts";

/** Whole in `npm run prove`, on a machine that does nothing else; in every run a tenth of it, with time to spare. */
const [HOSTS, HOSTS_MS] = process.env.PROVE ? [1_500, 6_000] : [150, 15_000];
const ROWS = process.env.PROVE ? 300_000 : 30_000;
const MB = 1024 * 1024;

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

async function openTestApp(rows: number, hosts: number, ledger: Ledger) {
  const child = fork("testing/wire/servers.ts", [`${rows}`, `${hosts}`], {
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  const [{ routes, caPem }] = (await once(child, "message")) as [Opened];
  const parsed = parseRoutes(routes);
  if (!parsed.ok) throw new Error(parsed.problem);
  const memory = processMemory(() => new Date());
  const common = { ledger, memory, routes: parsed.routes, ca: caPem, userAgent: "test", robots: "polite" as const };
  const gate = openGate({ ...common, optOut: () => false });
  onTestFinished(async () => {
    await gate.close();
    child.kill();
  });
  return gate;
}

test(`${HOSTS} servers that take a tenth of a second for an answer are asked, robots.txt and a question, in under ${HOSTS_MS / 1000} s`, async () => {
  const gate = await openTestApp(0, HOSTS, memoryLedger());
  const hosts = Array.from({ length: HOSTS }, (_, n) => `far${n}.test`);
  const begun = performance.now();
  const replies = await Promise.all(hosts.map((host) => gate.ask({ url: `https://${host}/nodeinfo/2.0` })));
  const took = performance.now() - begun;
  expect(replies.filter(({ ok }) => ok)).toHaveLength(HOSTS);
  expect(took).toBeLessThan(HOSTS_MS);
});

test(`${ROWS} followers stream through in constant memory`, async () => {
  const open: Ledger = { ...memoryLedger(), take: async (_, { permits }) => ({ ok: true, permits }) };
  const gate = await openTestApp(ROWS, 0, open);
  const account = { acct: "alice@old.test", id: "7", followers: ROWS };
  const of = { server: { host: "old.test", webHost: "old.test" }, user: "alice", account };
  const held: number[] = [];
  let met = 0;
  let end: unknown;
  for await (const step of readFollowers(mastodon, gate, of, { own: true })) {
    if (step.kind === "end") end = step;
    else met += step.rows.length;
    if (held.length < (met / ROWS) * 10) {
      collectGarbage();
      held.push(process.memoryUsage().heapUsed);
    }
  }
  expect(met).toBe(ROWS);
  expect(end).toMatchObject({ complete: true, read: ROWS });
  const [, settled = 0, ...later] = held;
  expect((Math.max(...later) - settled) / MB).toBeLessThan(8);
}, 120_000);
