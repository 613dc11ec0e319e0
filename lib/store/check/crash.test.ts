import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startPostgres, type TestPostgres } from "#testing/store/postgres.ts";
import { type Child, startChild } from "#testing/store/process.ts";
import { letRunOut, newCheck, T0 } from "#testing/store/rows.ts";
import { rows } from "../open/database.ts";
import { FolderInUse } from "../open/folder-lock.ts";
import { openStore } from "../open/open-store.ts";
import type { Store, StorePlace } from "../open/store.ts";
import { watchChanges } from "./changes.ts";
import { createCheck, readCheck } from "./checks.ts";
import { takeLease } from "./lease.ts";
import { readPerson } from "./people/people.ts";
import { readServer } from "./servers.ts";
import { asOwner } from "./write.ts";

const HOUR = 3_600_000;
const reader = (id: string, place: StorePlace): Child => startChild("child.ts", [id, JSON.stringify(place)]);

/** The last page acknowledged when at least that one was. */
async function reached(child: Child, page: number): Promise<number> {
  const lines = await child.until((all) => all.length > page);
  return Number(lines.at(-1));
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
    const child = reader("killed", place);
    await reached(child, 5);
    const second = openStore(place);
    await expect(second).rejects.toThrow(FolderInUse);
    await expect(second).rejects.toThrow(`Process ${child.process.pid} already uses the data directory ${dataDir}:`);
    const acknowledged = await reached(child, 60);
    await child.end("SIGKILL");
    const store = await openStore(place);
    await expectWhole(store, "killed", acknowledged);
    expect(await takeLease(store, "killed", "next", HOUR)).toBe(2);
    await store.close();
  }, 120_000);

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
    const child = reader("killed", place);
    const acknowledged = await reached(child, 60);
    await child.end("SIGKILL");
    const store = await openStore(place);
    await expectWhole(store, "killed", acknowledged);
    expect(await takeLease(store, "killed", "next", HOUR)).toBe(null);
    await letRunOut(store, "killed");
    expect(await takeLease(store, "killed", "next", HOUR)).toBe(2);
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

  test("readers are told to look again when the connection for notifications breaks, and hear on", async ({ skip }) => {
    if (!postgres) return skip("no PostgreSQL on this machine");
    const store = await openStore({ kind: "postgres", url: postgres.url });
    await createCheck(store, newCheck("heard"));
    const changes = await watchChanges(store);
    const next = () => new Promise<void>((resolve) => void changes.on("heard", resolve));
    const again = next();
    await store.db.execute(sql`
      select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'housewarming-changes'`);
    await again;
    const told = next();
    await asOwner(store, "heard", T0, async () => {});
    await told;
    await changes.close();
    await store.close();
  });

  test("a database that is not there is an error, not a wait", async () => {
    await expect(openStore({ kind: "postgres", url: "postgres://hw@127.0.0.1:1/none" })).rejects.toThrow();
  });
});
