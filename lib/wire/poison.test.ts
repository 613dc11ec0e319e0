import { expect, test } from "vitest";
import { runCheck } from "#lib/check/run/run.ts";
import type { CheckDeps } from "#lib/check/state/deps.ts";
import { withLease } from "#lib/check/state/run-lease.ts";
import { processMemory } from "#lib/net/memory.ts";
import { createCheck, readCheck } from "#lib/store/check/checks.ts";
import { freeAllLeases, takeLease } from "#lib/store/check/lease.ts";
import type { Store } from "#lib/store/open/store.ts";
import { withEmbedded } from "#testing/store/embedded.ts";
import { letRunOut, newCheck, T0 } from "#testing/store/rows.ts";

let store: Store;
let ms = T0.getTime();
const now = () => new Date(ms);
const MINUTE = 60_000;
const never = new AbortController().signal;

withEmbedded((opened) => {
  store = opened;
});

const NO_TOKENS: CheckDeps["tokens"] = { of: async () => undefined, drop: async () => [] };

const depsWith = (thrown?: Error): CheckDeps => ({
  ...{ store, now, memory: processMemory(now), gate: { ask: () => Promise.reject(thrown) } },
  wake: async () => {},
  settings: { publicUrl: "http://localhost:3000", proof: "off", retentionDays: 30, plannedDays: 90 },
  ...{ sign: (text) => text, avatarPath: (url) => url, tokens: NO_TOKENS, report: () => {}, trouble: () => {} },
});

/** A process takes the check and is gone; the next one starts on the same folder. */
async function die(id: string, n: number): Promise<void> {
  expect(await takeLease(store, id, `process ${n}`)).not.toBeNull();
  await freeAllLeases(store.db);
}

async function runs(id: string): Promise<boolean> {
  let ran = false;
  await withLease(depsWith(), id, "alive", never, async () => {
    ran = true;
  });
  return ran;
}

test("a check that its process dies of rests longer and longer, and ends as failed with a reason", async () => {
  await createCheck(store, newCheck("poison"));
  await die("poison", 1);
  const rests: number[] = [];
  for (let n = 2; n <= 4; n++) {
    await die("poison", n);
    expect(await runs("poison")).toBe(false);
    const row = await readCheck(store, "poison");
    expect(row?.state).toBe("waiting");
    rests.push((row?.resumesAt?.getTime() ?? 0) - ms);
    ms += rests.at(-1) ?? 0;
  }
  expect(rests[0]).toBeGreaterThanOrEqual(MINUTE);
  expect(rests).toEqual([...rests].sort((one, other) => one - other));
  await die("poison", 5);
  expect(await runs("poison")).toBe(false);
  expect(await readCheck(store, "poison")).toMatchObject({ state: "failed", failure: "process-ended", deaths: 0 });
});

test("a check that comes through once is not counted any more, and a rest is taken once", async () => {
  await createCheck(store, newCheck("innocent"));
  for (const n of [1, 2]) await die("innocent", n);
  expect(await runs("innocent")).toBe(false);
  expect(await runs("innocent")).toBe(true);
  expect(await readCheck(store, "innocent")).toMatchObject({ deaths: 0 });
});

test("the same process coming back to its own lease is no death", async () => {
  await createCheck(store, newCheck("away"));
  await takeLease(store, "away", "alive");
  await letRunOut(store, "away");
  expect(await runs("away")).toBe(true);
});

const coded = (code: string) => Object.assign(new Error("it failed"), { code });
test.each([
  ["53100", "running"],
  ["ECONNREFUSED", "running"],
  ["XX000", "failed"],
])("trouble of the store (%s) leaves a check %s", async (code, state) => {
  await createCheck(store, newCheck(`full ${code}`));
  await runCheck(depsWith(coded(code)), `full ${code}`, "alive", never).catch(() => {});
  expect(await readCheck(store, `full ${code}`)).toMatchObject({ state, leasedBy: null });
});
