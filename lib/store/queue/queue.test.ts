import { expect, onTestFinished, test } from "vitest";
import { newCheck } from "#testing/store/rows.ts";
import { setBack } from "#testing/store/set-back.ts";
import { overStores } from "#testing/store/stores.ts";
import { createCheck, endCheck, patchCheck, readCheck, requeue } from "../check/checks.ts";
import { releaseLease, takeLease } from "../check/lease.ts";
import { asOwner, underLease } from "../check/write.ts";
import type { Store } from "../open/store.ts";
import { type Handler, openQueue, type Queue } from "./queue.ts";

const now = () => new Date();
/** Stopped with its test, so that a failed one does not take the next one's checks. */
async function opened(store: Store): Promise<Queue> {
  const queue = await openQueue(store, { now, onError: () => {} });
  onTestFinished(() => queue.stop({ timeout: 1_000 }));
  return queue;
}

/** A promise with its key: tests wait for what happens, never for time. */
function event<T = void>() {
  let happen: (value: T) => void = () => {};
  const happened = new Promise<T>((resolve) => {
    happen = resolve;
  });
  return { happen, happened };
}

overStores((store) => {
  /** Takes the lease, does one slice, gives it back: as the engine does. */
  const slices =
    (slice: (id: string, run: number) => Promise<"done" | "again">): Handler =>
    async (id) => {
      const fence = await takeLease(store(), id, "w");
      if (fence === null) return;
      const state = (await slice(id, fence)) === "done" ? ("done" as const) : ("running" as const);
      await underLease(store(), { checkId: id, fence }, now(), (on) => patchCheck(on, { state }));
      await releaseLease(store(), { checkId: id, fence });
    };

  test("a check is woken until it is done, and then no more", async () => {
    await createCheck(store(), newCheck("slices"));
    const queue = await opened(store());
    const runs: number[] = [];
    const done = event();
    await queue.work(
      slices(async (_id, run) => {
        runs.push(run);
        if (run < 3) return "again";
        done.happen();
        return "done";
      }),
      { concurrency: 2 },
    );
    await queue.send("slices");
    await done.happened;
    await queue.stop({ timeout: 5_000 });
    expect(runs).toEqual([1, 2, 3]);
    expect(await readCheck(store(), "slices")).toMatchObject({ state: "done", leasedBy: null });
  });

  test("a finished check that looks again is woken by the next start, though its job was lost", async () => {
    await createCheck(store(), newCheck("looks"));
    await createCheck(store(), newCheck("rests"));
    const moment = (id: string, nextLookAt: Date | null) =>
      asOwner(store(), id, now(), (on) => patchCheck(on, { state: "done", nextLookAt }));
    await moment("looks", new Date(now().getTime() - 1_000));
    await moment("rests", null);
    const queue = await opened(store());
    const woken = event<string>();
    const ids: string[] = [];
    await queue.work(
      async (id) => {
        ids.push(id);
        // As a look does: the moment is over.
        await moment(id, null);
        // A last wake of another check may still be about: it finds nothing to do.
        if (id === "looks") woken.happen(id);
      },
      { concurrency: 2 },
    );
    expect(await woken.happened).toBe("looks");
    await queue.stop({ timeout: 5_000 });
    expect(ids).not.toContain("rests");
  });

  test("a wait is kept as a moment and not slept over; a wake before it comes first", async () => {
    await createCheck(store(), newCheck("waits"));
    const queue = await opened(store());
    const ran = event();
    await queue.send("waits", new Date(Date.now() + 3_600_000));
    await queue.work(
      slices(async () => {
        ran.happen();
        return "done";
      }),
      { concurrency: 1 },
    );
    await queue.send("waits");
    await ran.happened;
    await queue.stop({ timeout: 5_000 });
  });

  test("what is due at once is done at once, though the clock here is hours ahead of the database's", async () => {
    await createCheck(store(), newCheck("ahead"));
    const ahead = () => new Date(Date.now() + 3 * 3_600_000);
    const queue = await openQueue(store(), { now: ahead, onError: () => {} });
    onTestFinished(() => queue.stop({ timeout: 1_000 }));
    const ran = event();
    await queue.work(
      slices(async () => {
        ran.happen();
        return "done";
      }),
      { concurrency: 1 },
    );
    await queue.send("ahead");
    await ran.happened;
  });

  test("live checks without a job are woken at the start, others are not", async () => {
    await createCheck(store(), newCheck("orphan"));
    await createCheck(store(), newCheck("over"));
    await asOwner(store(), "over", now(), (on) => endCheck(on, "cancelled"));
    const queue = await opened(store());
    const seen: string[] = [];
    const ran = event();
    await queue.work(
      slices(async (id) => {
        seen.push(id);
        ran.happen();
        return "done";
      }),
      { concurrency: 1 },
    );
    await ran.happened;
    await queue.stop({ timeout: 5_000 });
    expect(seen).toEqual(["orphan"]);
  });

  test("a check whose turn it is does not wait where the clock was set back since it was sent", async () => {
    await createCheck(store(), newCheck("set back"));
    const first = await opened(store());
    await first.send("set back");
    await first.stop({ timeout: 5_000 });
    await setBack(store(), 3_600_000);
    const second = await opened(store());
    const ran = event<string>();
    await second.work(
      slices(async (id) => {
        ran.happen(id);
        return "done";
      }),
      { concurrency: 1 },
    );
    expect(await ran.happened).toBe("set back");
    await second.stop({ timeout: 5_000 });
  });

  test("stopping ends the slice, and the next start goes on", async () => {
    await createCheck(store(), newCheck("stopped"));
    const first = await opened(store());
    const begun = event();
    await first.work(
      async (id, signal) => {
        const fence = (await takeLease(store(), id, "first")) ?? 0;
        begun.happen();
        await new Promise((end) => signal.addEventListener("abort", end, { once: true }));
        await releaseLease(store(), { checkId: id, fence });
      },
      { concurrency: 1 },
    );
    await first.send("stopped");
    await begun.happened;
    await first.stop({ timeout: 5_000 });
    const second = await opened(store());
    const ran = event<string>();
    await second.work(
      slices(async (id) => {
        ran.happen(id);
        return "done";
      }),
      { concurrency: 1 },
    );
    expect(await ran.happened).toBe("stopped");
    await second.stop({ timeout: 5_000 });
  });

  test("input that comes while a slice runs is seen at once, in whatever order the row is read", async () => {
    const ids = Array.from({ length: 20 }, (_, n) => `input${n}`);
    for (const id of ids) await createCheck(store(), newCheck(id));
    const queue = await opened(store());
    const done = event();
    const seen = new Map<string, string[]>();
    await queue.work(
      slices(async (id, run) => {
        const row = await readCheck(store(), id);
        seen.set(id, [...(seen.get(id) ?? []), row?.input.movedAt ?? "none"]);
        if (run > 1) {
          if ([...seen.values()].filter((each) => each.length > 1).length === ids.length) done.happen();
          return "done";
        }
        await asOwner(store(), id, now(), (on) => requeue(on, { input: { movedAt: "2026-11-01" } }));
        // A second handler meets the lease, which lasts a minute: nobody may wait for that.
        await queue.send(id);
        return "again";
      }),
      { concurrency: 4 },
    );
    await done.happened;
    await queue.stop({ timeout: 5_000 });
    for (const id of ids) expect(seen.get(id)).toEqual(["none", "2026-11-01"]);
  }, 60_000);

  test("a handler that throws is called again", async () => {
    await createCheck(store(), newCheck("throws"));
    const queue = await opened(store());
    const done = event();
    let calls = 0;
    const after = slices(async () => {
      done.happen();
      return "done";
    });
    await queue.work(
      async (id, signal) => {
        calls += 1;
        if (calls === 1) throw new Error("a bug");
        await after(id, signal);
      },
      { concurrency: 1 },
    );
    // The start has woken it: no other wake may come to the failed one's help.
    await done.happened;
    await queue.stop({ timeout: 5_000 });
    expect(calls).toBe(2);
  });
});
