import { expect, test } from "vitest";
import { later, newCheck, T0 } from "#testing/store/rows.ts";
import { overStores } from "#testing/store/stores.ts";
import { createCheck, patchCheck } from "./checks.ts";
import { deleteCheck } from "./delete-check.ts";
import { checksToTell, dropPush, keepPush, markTold, markUntold, type PushRow, pushesOf } from "./push.ts";
import { asOwner } from "./write.ts";

const row = (checkId: string, device: string, more: Partial<PushRow> = {}): PushRow => ({
  ...{ checkId, device, sealed: "sealed", toldAt: T0 },
  ...more,
});

overStores((store) => {
  const readingAt = (id: string, at: Date) => {
    const history = [{ at: at.toISOString(), here: 1, missing: 1, newList: 1 }];
    return asOwner(store(), id, at, (on) => patchCheck(on, { history }));
  };

  test("browsers of a check are few, each once, and go with it", async () => {
    await createCheck(store(), newCheck("few"));
    expect(await keepPush(store(), row("few", "a"), 2)).toBe(true);
    expect(await keepPush(store(), row("few", "b"), 2)).toBe(true);
    expect(await keepPush(store(), row("few", "c"), 2)).toBe(false);
    expect(await keepPush(store(), row("few", "a", { sealed: "anew", toldAt: later(9) }), 2)).toBe(true);
    expect(await keepPush(store(), row("nobody", "a"), 2)).toBe(false);
    const kept = await pushesOf(store(), "few");
    expect(kept.find(({ device }) => device === "a")).toEqual(row("few", "a", { sealed: "anew" }));
    expect([await dropPush(store(), row("few", "b")), await dropPush(store(), row("few", "b"))]).toEqual([true, false]);
    await deleteCheck(store(), "few");
    expect(await pushesOf(store(), "few")).toEqual([]);
  });

  test("of many that come at once no more are kept", async () => {
    await createCheck(store(), newCheck("crowd"));
    const ends = await Promise.all(
      ["a", "b", "c", "d", "e", "f", "g"].map((device) => keepPush(store(), row("crowd", device), 5)),
    );
    expect(ends.filter(Boolean)).toHaveLength(5);
  });

  test("one of several tells, and what could not be told is told later", async () => {
    await createCheck(store(), newCheck("told"));
    await keepPush(store(), row("told", "a"), 5);
    expect(await checksToTell(store())).not.toContain("told");
    await readingAt("told", later(60_000));
    expect(await checksToTell(store())).toContain("told");
    const one = row("told", "a");
    const marks = await Promise.all([1, 2, 3].map(() => markTold(store(), one, later(60_000))));
    expect(marks.filter(Boolean)).toHaveLength(1);
    expect(await checksToTell(store())).not.toContain("told");
    await markUntold(store(), one, later(60_000));
    expect(await checksToTell(store())).toContain("told");
    expect(await markTold(store(), one, later(120_000))).toBe(true);
    await markUntold(store(), one, later(60_000));
    expect(await checksToTell(store())).not.toContain("told");
  });
});
