import { expect, test } from "vitest";
import { ledgerLaws } from "#testing/ledger-laws.ts";
import { overStores } from "#testing/store/stores.ts";
import { openLedger } from "./ledger.ts";
import { readTallies } from "./tally-rows.ts";

const NOON = Date.UTC(2026, 10, 20, 12, 0, 0);
const at = (seconds: number): Date => new Date(NOON + seconds * 1000);
const CALL = { paged: false, permits: 1 } as const;

overStores((store) => {
  for (const [n, law] of ledgerLaws.entries())
    test(law.name, async () => {
      const ledger = await openLedger(store(), () => at(0));
      await law.holds(ledger, `law${n}.example`, (actual, expected, what) => expect(actual, what).toEqual(expected));
    });

  test("what was counted, and a pause, are still known after a restart", async () => {
    const before = await openLedger(store(), () => at(0));
    await before.take("kept.example", { paged: false, permits: 240 }, at(1));
    await before.failed("dead.example", "timeout", at(1));
    await before.settle();
    const after = await openLedger(store(), () => at(10));
    expect(await after.take("kept.example", CALL, at(10))).toEqual({
      ok: false,
      why: "window",
      until: at(300).toISOString(),
    });
    expect(await after.take("dead.example", CALL, at(60))).toMatchObject({ ok: false, why: "paused" });
  });

  test("of a server that is forgotten nothing stays, nor what is counted apart of it", async () => {
    const ledger = await openLedger(store(), () => at(0));
    const names = ["out.example", "out.example push", "below.out.example", "below.out.example signed-in x"];
    const others = ["about.example", "out.example.org", "in.example push"];
    for (const name of [...names, ...others]) await ledger.take(name, CALL, at(1));
    await ledger.settle();
    await ledger.forget("out.example");
    await ledger.settle();
    const left = [...(await readTallies(store().db, at(1))).keys()];
    expect(left.filter((name) => [...names, ...others].includes(name)).sort()).toEqual(others.sort());
  });

  test("two processes share one budget", async ({ skip }) => {
    if (store().alone) skip("one process alone");
    const both = [await openLedger(store(), () => at(0)), await openLedger(store(), () => at(0))];
    const grants = await Promise.all(
      Array.from({ length: 400 }, (_, n) => both[n % 2]?.take("shared.example", CALL, at(1))),
    );
    expect(grants.filter((grant) => grant?.ok)).toHaveLength(240);
  });
});
