import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { createCheck, readCheck } from "./checks.ts";
import { rows } from "./database.ts";
import { FolderInUse } from "./folder-lock.ts";
import { takeLease } from "./lease.ts";
import { openStore } from "./open-store.ts";
import { readPerson } from "./people.ts";
import { readServer } from "./servers.ts";
import type { Store, StorePlace } from "./store.ts";
import { startPostgres, type TestPostgres } from "./test-postgres.ts";
import { newCheck, T0 } from "./test-rows.ts";

import { asOwner } from "./write.ts";

type Child = { readonly process: ChildProcess; readonly reached: (page: number) => Promise<number> };

function startChild(id: string, place: StorePlace): Child {
  const script = join(import.meta.dirname, "test-child.ts");
  const child = spawn(process.execPath, [script, id, JSON.stringify(place)], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit");
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  let last = -1;
  let look = () => {};
  createInterface({ input: child.stdout }).on("line", (line) => {
    last = Number(line);
    look();
  });
  const reached = (page: number) =>
    new Promise<number>((resolve, reject) => {
      look = () => {
        if (last >= page) resolve(last);
      };
      look();
      void ended.then(() => reject(new Error(`The child ended after page ${last}.`)));
    });
  return { process: child, reached };
}

async function killHard({ process: child }: Child): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "exit");
}

/** Every acknowledged page is whole, and one that was under way is there whole or not at all. */
async function expectWhole(store: Store, id: string, acknowledged: number): Promise<void> {
  const row = await readCheck(store, id);
  const committed = Number(row?.cursor["collect-old"]);
  expect(committed).toBeGreaterThanOrEqual(acknowledged);
  expect(row?.rev).toBe(committed + 1);
  for (const page of [0, acknowledged, committed])
    for (const name of ["a", "b"]) expect(await readPerson(store, id, `${name}${page}@far.example`)).toBeDefined();
  expect(await readPerson(store, id, `a${committed + 1}@far.example`)).toBe(undefined);
  expect(await readServer(store, id, "far.example")).toMatchObject({ known: 2 * (committed + 1) });
}

describe("embedded", () => {
  const dataDir = mkdtempSync(join(tmpdir(), "hw-store-"));
  const place = { kind: "embedded", dataDir } as const;
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  test("kill -9 loses nothing acknowledged, a second process is refused, the lock and the lease are free after", async () => {
    const child = startChild("killed", place);
    await child.reached(5);
    const second = openStore(place);
    await expect(second).rejects.toThrow(FolderInUse);
    await expect(second).rejects.toThrow(`Process ${child.process.pid} already uses the data directory ${dataDir}:`);
    const acknowledged = await child.reached(60);
    await killHard(child);
    const store = await openStore(place);
    await expectWhole(store, "killed", acknowledged);
    expect(await takeLease(store, "killed", "next", new Date(), 1_000)).toBe(2);
    await store.close();
  });

  test("a closed store frees its folder, and closing twice is no mistake", async () => {
    const first = await openStore(place);
    await expect(openStore(place)).rejects.toThrow(`Process ${process.pid} already uses`);
    await Promise.all([first.close(), first.close()]);
    const again = await openStore(place);
    expect(await readCheck(again, "killed")).toMatchObject({ id: "killed" });
    await again.close();
  });

  test("a folder that cannot be opened is not left locked", async () => {
    const broken = { kind: "embedded", dataDir: join(dataDir, "lock.sqlite", "x") } as const;
    await expect(openStore(broken)).rejects.toThrow();
    const store = await openStore(place);
    await store.close();
  });
});

describe("PostgreSQL", () => {
  let postgres: TestPostgres | null = null;
  beforeAll(async () => {
    postgres = await startPostgres();
    if (!postgres) process.stderr.write("No PostgreSQL found: its half of the crash tests is SKIPPED.\n");
  });
  afterAll(() => postgres?.stop());

  test("kill -9 loses nothing acknowledged, and the lease is free after its end", async ({ skip }) => {
    if (!postgres) return skip("no PostgreSQL on this machine");
    const place = { kind: "postgres", url: postgres.url } as const;
    const child = startChild("killed", place);
    const acknowledged = await child.reached(60);
    await killHard(child);
    const store = await openStore(place);
    await expectWhole(store, "killed", acknowledged);
    expect(await takeLease(store, "killed", "next", new Date(), 1_000)).toBe(null);
    const after = new Date(Date.now() + 3_700_000);
    expect(await takeLease(store, "killed", "next", after, 1_000)).toBe(2);
    await store.close();
  });

  test("processes that start together migrate once", async ({ skip }) => {
    if (!postgres) return skip("no PostgreSQL on this machine");
    const fresh = await startPostgres();
    if (!fresh) throw new Error("PostgreSQL was found a moment ago.");
    const place = { kind: "postgres", url: fresh.url } as const;
    const all = await Promise.all([1, 2, 3, 4].map(() => openStore(place)));
    expect(all).toHaveLength(4);
    await Promise.all(all.map((store) => store.close()));
    await fresh.stop();
  });

  test("a connection that breaks inside a write is that write's error and nobody's end", async ({ skip }) => {
    if (!postgres) return skip("no PostgreSQL on this machine");
    const store = await openStore({ kind: "postgres", url: postgres.url });
    await createCheck(store, newCheck("broken"));
    const writing = asOwner(store, "broken", T0, async ({ tx }) => {
      const [self] = await rows<{ pid: number }>(tx, sql`select pg_backend_pid() as pid`);
      await store.db.execute(sql`select pg_terminate_backend(${self?.pid})`);
      await rows(tx, sql`select 1`);
    });
    await expect(writing).rejects.toThrow();
    expect(await readCheck(store, "broken")).toMatchObject({ rev: 0 });
    expect(await asOwner(store, "broken", T0, async (on) => on.rev)).toBe(1);
    await store.close();
  });

  test("a database that is not there is an error, not a wait", async () => {
    await expect(openStore({ kind: "postgres", url: "postgres://hw@127.0.0.1:1/none" })).rejects.toThrow();
  });
});
