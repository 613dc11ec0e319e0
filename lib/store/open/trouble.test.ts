import { rmSync } from "node:fs";
import { sql } from "drizzle-orm";
import { expect, it, vi } from "vitest";
import { freshFolder } from "#testing/store/template.ts";
import { openStore } from "./open-store.ts";
import { listenTo, watchTrouble } from "./trouble.ts";

const FULL = Object.assign(new Error("could not write"), { code: "ENOSPC" });

it("is told until something can be written again", async () => {
  let full = true;
  const trouble = watchTrouble({ canWrite: () => (full ? Promise.reject(FULL) : Promise.resolve()) });
  expect([trouble.code(), await trouble.look()]).toEqual([undefined, undefined]);
  trouble.heard(new Error("a mistake of ours"));
  expect(trouble.code()).toBeUndefined();
  trouble.heard(new Error("failed", { cause: FULL }));
  expect([trouble.code(), await trouble.look(), trouble.code()]).toEqual(["ENOSPC", "ENOSPC", "ENOSPC"]);
  full = false;
  expect([await trouble.look(), trouble.code()]).toEqual([undefined, undefined]);
});

it("writes nothing for whoever asks as long as all is well", async () => {
  const tried: string[] = [];
  const isThere = async () => void tried.push("read");
  const canWrite = async () => void tried.push("written");
  const trouble = watchTrouble({ isThere, canWrite });
  await trouble.look();
  trouble.heard(FULL);
  await trouble.look();
  await trouble.look();
  expect(tried).toEqual(["read", "written", "read"]);
});

it("is over when an answer comes late", async () => {
  vi.useFakeTimers();
  const late = Promise.withResolvers<void>();
  const trouble = watchTrouble({ isThere: () => late.promise, canWrite: () => late.promise });
  const looked = trouble.look();
  await vi.advanceTimersByTimeAsync(2_000);
  expect([await looked, trouble.code()]).toEqual(["no answer", "no answer"]);
  late.resolve();
  await vi.advanceTimersByTimeAsync(1);
  expect(trouble.code()).toBeUndefined();
  vi.useRealTimers();
});

it("is looked for once for all who ask together", async () => {
  let looks = 0;
  const isThere = async () => {
    looks += 1;
  };
  const trouble = watchTrouble({ isThere, canWrite: isThere });
  await Promise.all(Array.from({ length: 50 }, trouble.look));
  expect(looks).toBe(1);
});

it("is heard in what a driver's methods fail with, and the caller is still told", async () => {
  const heard: unknown[] = [];
  const driver = { query: () => Promise.reject(FULL) };
  listenTo(driver, ["query"], (error) => heard.push(error));
  await expect(driver.query()).rejects.toBe(FULL);
  expect(heard).toEqual([FULL]);
});

it("is known of a database that was lost while it was in use", async () => {
  const dataDir = await freshFolder();
  const store = await openStore({ kind: "embedded", dataDir });
  try {
    expect(await store.trouble.look()).toBeUndefined();
    await store.close();
    await expect(store.db.execute(sql`select 1`)).rejects.toThrow();
    expect(store.trouble.code()).toBe("connection lost");
    expect(await store.trouble.look()).toBe("connection lost");
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
});
