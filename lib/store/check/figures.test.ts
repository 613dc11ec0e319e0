import { expect, test } from "vitest";
import { later, leased, newCheck, person, T0 } from "#testing/store/rows.ts";
import { overStores } from "#testing/store/stores.ts";
import { openLedger } from "../ledger/ledger.ts";
import { createCheck, patchCheck } from "./checks.ts";
import { readFigures } from "./figures.ts";
import { savePeople } from "./people/people.ts";
import { asOwner } from "./write.ts";

overStores((store) => {
  test("sums for the operator count checks, waits, pauses and the missing, and name nobody", async () => {
    expect(await readFigures(store(), T0)).toMatchObject({ hostsPaused: 0, missing: [], oldestQueuedAt: null });
    expect(await readFigures(store(), T0)).toMatchObject({ hostsQuiet: 0, mostUsed: { all: 0, paged: 0 } });
    await createCheck(store(), newCheck("queued"));
    await leased(store(), "waiting");
    const waits = [
      { host: "slow.example", until: later(1_000).toISOString(), why: "window" as const },
      { host: "away.example", until: later(1_000).toISOString(), why: "paused" as const },
    ];
    await asOwner(store(), "waiting", T0, (on) => patchCheck(on, { state: "waiting", waits }));
    await leased(store(), "done");
    await asOwner(store(), "done", T0, async (on) => {
      await savePeople(on, [person("ana@far.example"), person("ben@far.example")]);
      await patchCheck(on, { state: "done" });
    });
    const ledger = await openLedger(store(), () => T0);
    await ledger.failed("away.example", "timeout", T0);
    await ledger.take("asked.example", { permits: 30, paged: true }, T0);
    await ledger.take("asked.example", { permits: 12, paged: false }, T0);
    await ledger.take("less.example", { permits: 5, paged: true }, T0);
    await ledger.heard("enough.example", { status: 429, paged: false, retryAt: later(60_000).toISOString() }, T0);
    await ledger.settle();
    const figures = await readFigures(store(), T0);
    expect(Object.fromEntries(figures.checks.map(({ state, count }) => [state, count]))).toMatchObject({
      ...{ queued: 1, waiting: 1, done: 1 },
    });
    expect(figures.oldestQueuedAt).toEqual(T0);
    expect(figures.waits).toEqual(
      expect.arrayContaining([
        { why: "window", count: 1 },
        { why: "paused", count: 1 },
      ]),
    );
    expect(figures).toMatchObject({ hostsPaused: 1, hostsQuiet: 1, mostUsed: { all: 42, paged: 30 } });
    const HOUR = 3_600_000;
    expect(await readFigures(store(), later(HOUR))).toMatchObject({ hostsQuiet: 0, mostUsed: { all: 0, paged: 0 } });
    expect(figures.missing).toEqual([{ cause: "unknown", certainty: "unknown", count: 2 }]);
    expect(JSON.stringify(figures)).not.toMatch(/example/);
  });
});
