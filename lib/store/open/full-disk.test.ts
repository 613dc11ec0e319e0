import { sql } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { smallDisk } from "#testing/small-disk.ts";
import { startPostgres } from "#testing/store/postgres.ts";
import { openStore } from "./open-store.ts";
import { writeAlive } from "./settings.ts";

const MB = 400;

test("a PostgreSQL without room is said to be in trouble until there is room again, though small rows still find some", async ({
  skip,
}) => {
  const disk = smallDisk(MB);
  if (!disk) return skip("this machine lets nobody mount a small disk");
  onTestFinished(() => disk.remove());
  const postgres = await startPostgres(disk.folder);
  if (!postgres) return skip("no PostgreSQL on this machine");
  onTestFinished(() => postgres.stop());
  const store = await openStore({ kind: "postgres", url: postgres.url });
  onTestFinished(() => store.close());
  await store.db.execute(sql`create table crowd (name text)`);
  await writeAlive(store.db);
  const handIn = () => store.db.execute(sql`insert into crowd select repeat('x', 1000) from generate_series(1, 10000)`);
  expect(await store.trouble.look()).toBeUndefined();
  disk.fill();
  await expect(handIn()).rejects.toThrow();
  await writeAlive(store.db);
  expect([store.trouble.code(), await store.trouble.look(), await store.trouble.look()]).toEqual([
    "53100",
    "53100",
    "53100",
  ]);
  disk.empty();
  expect([await store.trouble.look(), store.trouble.code()]).toEqual([undefined, undefined]);
  await handIn();
}, 60_000);
