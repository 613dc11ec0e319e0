import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aliveAgain, FRESH, failedAt, heardFrom, LONGEST_PAUSE, PAUSES, type Tally, takeFrom } from "./budget.ts";
import type { Want } from "./ports.ts";

const START = Date.UTC(2026, 10, 20, 12, 0, 0);
const at = (seconds: number): Date => new Date(START + seconds * 1000);
const MINUTE = 60;

const want = fc.record(
  { paged: fc.boolean(), permits: fc.integer({ min: 1, max: 16 }), pagesLeft: fc.nat(400) },
  { requiredKeys: ["paged", "permits"] },
);
const timed = fc.array(fc.record({ want, after: fc.nat(20) }), { maxLength: 400 });

type Taken = { readonly second: number; readonly paged: boolean; readonly permits: number; readonly reserve: boolean };

/** Plays the wishes one after the other, `after` seconds apart, and keeps what was granted. */
function play(steps: readonly { readonly want: Want; readonly after: number }[]): readonly Taken[] {
  const taken: Taken[] = [];
  let tally: Tally = FRESH;
  let second = 0;
  for (const step of steps) {
    second += step.after;
    const result = takeFrom(tally, step.want, at(second));
    tally = result.tally;
    if (!result.grant.ok) continue;
    const reserve = step.want.pagesLeft !== undefined;
    taken.push({ second, paged: step.want.paged, permits: result.grant.permits, reserve });
  }
  return taken;
}

/** The most that was granted in any one window of this length. */
function most(taken: readonly Taken[], seconds: number): number {
  const sums = new Map<number, number>();
  for (const { second, permits } of taken) {
    const opened = Math.floor(second / seconds);
    sums.set(opened, (sums.get(opened) ?? 0) + permits);
  }
  return Math.max(0, ...sums.values());
}

describe("windows, whatever is asked in whatever order", () => {
  test("never hold more than 300 of a kind", () => {
    fc.assert(
      fc.property(timed, (steps) => {
        const taken = play(steps);
        expect(most(taken, 5 * MINUTE)).toBeLessThanOrEqual(300);
        expect(
          most(
            taken.filter(({ paged }) => paged),
            15 * MINUTE,
          ),
        ).toBeLessThanOrEqual(300);
      }),
    );
  });

  test("never hold more than 240 without a list that ends in them", () => {
    fc.assert(
      fc.property(timed, (steps) => {
        const taken = play(
          steps.map(({ want, after }) => ({ want: { paged: want.paged, permits: want.permits }, after })),
        );
        expect(most(taken, 5 * MINUTE)).toBeLessThanOrEqual(240);
      }),
    );
  });

  test("refuse only until a later moment, and then grant", () => {
    fc.assert(
      fc.property(timed, fc.boolean(), (steps, paged) => {
        let tally: Tally = FRESH;
        let second = 0;
        for (const step of steps) {
          second += step.after;
          tally = takeFrom(tally, step.want, at(second)).tally;
        }
        const { grant } = takeFrom(tally, { paged, permits: 1 }, at(second));
        if (grant.ok) return;
        expect(Date.parse(grant.until)).toBeGreaterThan(at(second).getTime());
        expect(takeFrom(tally, { paged, permits: 1 }, new Date(grant.until)).grant).toEqual({ ok: true, permits: 1 });
      }),
    );
  });
});

describe("what a host tells", () => {
  const one = { paged: false, permits: 1 };
  const told = (remaining: number, limit?: number) =>
    heardFrom(FRESH, { remaining, ...(limit ? { limit } : {}), resetAt: at(60).toISOString(), paged: false }, at(0));

  test("is counted down by what we take, not only by its next answer", () => {
    let tally = told(4, 5);
    for (const left of [3, 2, 1]) {
      const { grant, tally: after } = takeFrom(tally, one, at(1));
      expect(grant.ok).toBe(true);
      expect(after.all.told?.remaining).toBe(left);
      tally = after;
    }
    expect(takeFrom(tally, one, at(1)).grant).toEqual({ ok: false, why: "window", until: at(60).toISOString() });
  });

  test("an older answer that arrives late does not raise the number", () => {
    const late = heardFrom(told(3, 300), { remaining: 9, resetAt: at(60).toISOString(), paged: false }, at(1));
    expect(late.all.told).toEqual({ remaining: 3, limit: 300, until: at(60).getTime() });
  });

  test("a new window of the host replaces the old one", () => {
    const next = heardFrom(
      told(0, 10),
      { remaining: 10, limit: 10, resetAt: at(120).toISOString(), paged: false },
      at(61),
    );
    expect(takeFrom(next, one, at(62)).grant.ok).toBe(true);
  });

  test("zero is zero", () => {
    expect(takeFrom(told(0), { ...one, pagesLeft: 0 }, at(1)).grant.ok).toBe(false);
  });

  test("503 silences only where it says until when", () => {
    const bare = heardFrom(FRESH, { status: 503, paged: false }, at(0));
    expect(takeFrom(bare, one, at(1)).grant.ok).toBe(true);
    const dated = heardFrom(FRESH, { status: 503, retryAt: at(30).toISOString(), paged: false }, at(0));
    expect(takeFrom(dated, one, at(1)).grant).toEqual({ ok: false, why: "window", until: at(30).toISOString() });
  });

  test.each([
    ["in the past", at(-5).toISOString()],
    ["no date at all", "soon"],
  ])("a 429 whose moment is %s lasts for the window", (_, retryAt) => {
    const tally = heardFrom(FRESH, { status: 429, retryAt, paged: false }, at(0));
    expect(takeFrom(tally, one, at(299)).grant).toEqual({ ok: false, why: "window", until: at(300).toISOString() });
  });

  test("no moment lies further away than the longest pause", () => {
    const tally = heardFrom(FRESH, { status: 429, retryAt: "9999-01-01T00:00:00Z", paged: false }, at(0));
    expect(tally.quietUntil).toBe(START + LONGEST_PAUSE);
  });
});

describe("pauses", () => {
  test("grow with every failure to a day and stay there", () => {
    let tally: Tally = FRESH;
    let now = START;
    for (const pause of [...PAUSES, 24 * 60 * MINUTE * 1000]) {
      tally = failedAt(tally, new Date(now));
      expect(tally.pausedUntil - now).toBe(pause);
      now = tally.pausedUntil;
    }
  });

  test("end with an answer, and a healthy tally is left as it is", () => {
    expect(aliveAgain(failedAt(FRESH, at(0)))).toEqual(FRESH);
    expect(aliveAgain(FRESH)).toBe(FRESH);
  });
});

test("what visitors look up leaves the share of checks free", () => {
  const now = new Date(0);
  let tally = FRESH;
  const take = (aside: boolean): boolean => {
    const taken = takeFrom(tally, { paged: false, permits: 1, ...(aside ? { aside: true } : {}) }, now);
    tally = taken.tally;
    return taken.grant.ok;
  };
  let looked = 0;
  while (take(true)) looked += 1;
  let checked = 0;
  while (take(false)) checked += 1;
  expect([looked, checked]).toEqual([90, 150]);
});
