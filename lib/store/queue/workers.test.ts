import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { startPostgres } from "#testing/store/postgres.ts";
import { type Child, startChild } from "#testing/store/process.ts";
import { newCheck } from "#testing/store/rows.ts";
import { setBack } from "#testing/store/set-back.ts";
import { createCheck, readCheck } from "../check/checks.ts";
import { readServer } from "../check/servers.ts";
import { openStore } from "../open/open-store.ts";
import type { Store, StorePlace } from "../open/store.ts";
import { openQueue } from "./queue.ts";

const now = () => new Date();
const worker = (place: StorePlace, concurrency: number): Child =>
  startChild("worker.ts", [JSON.stringify(place), `${concurrency}`]);
/** Which checks have ended: as the workers say, and those whose last page was committed by one that died before it could. */
const ended = (unsaid: readonly string[], ...children: readonly Child[]): number => {
  const said = children.flatMap(({ lines }) =>
    lines.flatMap((line) => (line.endsWith(" 9") ? line.split(" ")[0] : [])),
  );
  return new Set([...unsaid, ...said]).size;
};
async function doneAmong(store: Store, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await Promise.all(ids.map((id) => readCheck(store, id)));
  return rows.flatMap((row) => (row?.state === "done" ? [row.id] : []));
}

/**
 * Every page was committed once, by one process or another: at most the one under way at a kill is acknowledged by nobody.
 * Who is killed between a check's last page and the end of the lease leaves the lease to run out.
 */
async function expectDone(store: Store, ids: readonly string[], [killed, ...others]: readonly Child[], kills: number) {
  const lines = [killed, ...others].flatMap((child) => child?.lines ?? []);
  for (const id of ids) {
    const row = await readCheck(store, id);
    expect(row).toMatchObject({ state: "done", rev: 10 });
    expect([null, `${killed?.process.pid}`]).toContain(row?.leasedBy);
    expect(await readServer(store, id, "far.example")).toMatchObject({ known: 10 });
  }
  const pages = lines.filter((line) => line !== "ready");
  expect(new Set(pages).size).toBe(pages.length);
  expect(pages.length).toBeGreaterThanOrEqual(ids.length * 10 - kills);
}

describe("PostgreSQL", () => {
  test.for<[string, number]>([
    ["one killed in the middle loses none", 0],
    ["nor does one that is killed just as the clock of the database is set back by an hour", 3_600_000],
  ])("two workers finish all checks, each page once; %s", { timeout: 120_000 }, async ([, back], { skip }) => {
    const postgres = await startPostgres();
    if (!postgres) return skip("no PostgreSQL on this machine");
    onTestFinished(() => postgres.stop());
    const place = { kind: "postgres", url: postgres.url } as const;
    const web = await openStore(place);
    const queue = await openQueue(web, { now, onError: () => {} });
    const [doomed, other] = [worker(place, 2), worker(place, 2)];
    await Promise.all([doomed, other].map((child) => child.until((lines) => lines.includes("ready"))));
    const ids = Array.from({ length: 12 }, (_, n) => `check${n}`);
    for (const id of ids) {
      await createCheck(web, newCheck(id, { createdAt: now() }));
      await queue.send(id);
    }
    await doomed.until((lines) => lines.length > 25);
    await doomed.end("SIGKILL");
    if (back > 0) await setBack(web, back);
    const done = await doneAmong(web, ids);
    await other.until(() => ended(done, other, doomed) === ids.length);
    await expectDone(web, ids, [doomed, other], 2);
    await other.end("SIGTERM");
    await queue.stop({ timeout: 1_000 });
    await web.close();
  });
});

describe("embedded", () => {
  test.runIf(process.env.PROVE)(
    "a process killed in the middle is followed by one that goes on at once",
    async () => {
      const dataDir = mkdtempSync(join(tmpdir(), "hw-worker-"));
      onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
      const place = { kind: "embedded", dataDir } as const;
      const before = await openStore(place);
      const ids = ["check0", "check1"];
      for (const id of ids) await createCheck(before, newCheck(id, { createdAt: now() }));
      await before.close();
      const first = worker(place, 1);
      await first.until((lines) => lines.length > 4);
      await first.end("SIGKILL");
      const between = await openStore(place);
      const done = await doneAmong(between, ids);
      await between.close();
      const second = worker(place, 1);
      await second.until((lines) => lines.length > 0);
      const started = Date.now();
      await second.until(() => ended(done, first, second) === 2);
      // The round that misses heartbeats comes once a minute here: nobody else can be at work, and nobody is waited for.
      const took = Date.now() - started;
      await second.end("SIGTERM");
      const after = await openStore(place);
      await expectDone(after, ids, [first, second], 1);
      await after.close();
      expect(took).toBeLessThan(30_000);
    },
    120_000,
  );
});
