import { expect, test } from "vitest";
import { sweep } from "#lib/store/check/sweep.ts";
import { letters as table } from "#lib/store/tables/schema.ts";
import { overStores } from "#testing/store/stores.ts";
import { openLetters } from "./letters.ts";

const DAY = 86_400_000;
const T0 = Date.parse("2026-11-20T12:00:00Z");
const FAR = "far.example";

overStores((store) => {
  let time = T0;
  const letters = () => openLetters(store(), "a secret", () => new Date(time));
  const by = (user: string, to = "new.example") => ({ by: `${user}@new.example`, to });

  test("nobody is offered a letter twice, and others are counted for 30 days", async () => {
    time = T0;
    expect(await letters().memory(by("ana"), [FAR])).toEqual({});
    for (const user of ["ana", "ben", "cem", "ana"]) await letters().wrote(by(user), FAR);
    expect(await letters().memory(by("ana"), [FAR, "near.example"])).toEqual({
      [FAR]: { written: true, askersIn30Days: 2 },
    });
    expect(await letters().memory(by("dora"), [FAR])).toEqual({ [FAR]: { written: false, askersIn30Days: 3 } });
    time = T0 + 30 * DAY;
    expect(await letters().memory(by("dora"), [FAR])).toEqual({ [FAR]: { written: false, askersIn30Days: 0 } });
    expect(await letters().memory(by("ana"), [FAR])).toEqual({ [FAR]: { written: true, askersIn30Days: 0 } });
  });

  test("another admin is another matter", async () => {
    time = T0;
    await letters().wrote(by("eve", "old.example"), "old.example");
    expect(await letters().memory(by("eve"), ["old.example"])).toEqual({});
  });

  test("many servers are asked for at once", async () => {
    time = T0;
    await letters().wrote(by("gus"), "s1300.example");
    const hosts = Array.from({ length: 1500 }, (_, n) => `s${n}.example`);
    expect(Object.keys(await letters().memory(by("gus"), hosts))).toEqual(["s1300.example"]);
  });

  test("no name stands in the rows, and after half a year no row does", async () => {
    const rows = await store().db.select().from(table);
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/example|ana|eve/);
    await sweep(store(), new Date(T0 + 179 * DAY));
    expect(await store().db.select().from(table)).toHaveLength(rows.length);
    await sweep(store(), new Date(T0 + 180 * DAY));
    expect(await store().db.select().from(table)).toEqual([]);
  });
});
