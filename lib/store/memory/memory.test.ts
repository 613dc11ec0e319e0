import { expect, test } from "vitest";
import { memoryLaws } from "#testing/memory-laws.ts";
import { T0 } from "#testing/store/rows.ts";
import { overStores } from "#testing/store/stores.ts";
import { memory as table } from "../tables/schema.ts";
import { openMemory } from "./memory.ts";
import { claimAll, forgetHost, lookUp } from "./memory-rows.ts";

function clock() {
  let now = T0.getTime();
  const pass = (ms: number) => {
    now += ms;
  };
  return { now: () => new Date(now), pass };
}

overStores((store) => {
  for (const [n, law] of memoryLaws.entries())
    test(law.name, async () => {
      const { now, pass } = clock();
      const under = { memory: openMemory(store(), now), pass };
      await law.holds(under, `law${n}.example`, (actual, expected, what) => expect(actual, what).toEqual(expected));
    });

  test("what one process fetched, a later one finds", async () => {
    const { now } = clock();
    const value = { odd: "a\0b", list: [1, null] };
    await openMemory(store(), now).once("kept.example/x", async () => ({ value, ttlMs: 1_000 }));
    const found = await openMemory(store(), now).peek("kept.example/x");
    expect(found).toEqual({ value: { odd: "ab", list: [1, null] }, at: T0.toISOString() });
  });

  test("share pages have a cache of their own", async () => {
    const { now } = clock();
    await openMemory(store(), now).once("own.example/x", async () => ({ value: "from a check", ttlMs: 1_000 }));
    expect(await openMemory(store(), now, "shareAsks").peek("own.example/x")).toBe(undefined);
  });

  test("a host forgotten while it is being asked stays forgotten", async () => {
    const { now } = clock();
    const memory = openMemory(store(), now);
    let answer = () => {};
    const started = new Promise<void>((begun) => {
      void memory.once("gone.example/x", () => {
        begun();
        return new Promise((resolve) => {
          answer = () => resolve({ value: 1, ttlMs: 1_000 });
        });
      });
    });
    await started;
    const flight = memory.once("gone.example/x", async () => ({ value: 2, ttlMs: 1_000 }));
    await memory.forget("gone.example");
    answer();
    expect((await flight).value).toBe(1);
    expect(await memory.peek("gone.example/x")).toBe(undefined);
  });

  test("of two processes that want the same at once, one fetches it", async ({ skip }) => {
    if (store().alone) skip("one process alone");
    const { now } = clock();
    const all = [openMemory(store(), now), openMemory(store(), now)];
    let times = 0;
    const make = async () => {
      times += 1;
      await lookUp(store().db, table, ["any"], now());
      return { value: "fetched", ttlMs: 1_000 };
    };
    const values = await Promise.all([...all, ...all].map((memory) => memory.once("two.example/x", make)));
    expect([times, values.map(({ value }) => value)]).toEqual([1, Array(4).fill("fetched")]);
  });

  test("the claim of a process that died runs out", async () => {
    const { now, pass } = clock();
    const dead = { key: "dead.example/x", host: "dead.example", by: "dead", until: new Date(T0.getTime() + 10_000) };
    expect(await claimAll(store().db, table, [dead], now())).toEqual([true]);
    const others = [
      { ...dead, by: "other" },
      { ...dead, key: "dead.example/y", by: "free" },
    ];
    expect(await claimAll(store().db, table, others, now())).toEqual([false, true]);
    pass(10_000);
    const memory = openMemory(store(), now);
    expect((await memory.once("dead.example/x", async () => ({ value: 1, ttlMs: 1_000 }))).value).toBe(1);
    await forgetHost(store().db, table, "dead.example");
  });

  test("what is neither kept nor fetched leaves the way free for the next process", async () => {
    const { now } = clock();
    const [one, other] = [openMemory(store(), now), openMemory(store(), now)];
    const fail = () => Promise.reject(new Error("no answer"));
    await expect(one.once("free.example/x", fail)).rejects.toThrow("no answer");
    expect((await other.once("free.example/x", async () => ({ value: 1, ttlMs: 0 }))).value).toBe(1);
    expect((await one.once("free.example/x", async () => ({ value: 2, ttlMs: 1_000 }))).value).toBe(2);
  });
});
