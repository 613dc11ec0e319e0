import type { Grant, Ledger } from "#lib/domain/ports/ports.ts";

/**
 * What every Ledger owes, whatever it is stored in. Each law is handed a ledger that knows nothing of `host`.
 * `same` is the caller's assertion, so that this file needs no test framework.
 */
export type Same = (actual: unknown, expected: unknown, what: string) => void;
export type LedgerLaw = {
  readonly name: string;
  readonly holds: (ledger: Ledger, host: string, same: Same) => Promise<void>;
};

/** The start of a window of both lengths, and moments counted from it. */
const START = Date.UTC(2026, 10, 20, 12, 0, 0);
const at = (seconds: number): Date => new Date(START + seconds * 1000);
const iso = (seconds: number): string => at(seconds).toISOString();
const PAGE = { paged: true, permits: 1 } as const;
const CALL = { paged: false, permits: 1 } as const;

const granted = (grants: readonly Grant[]): number =>
  grants.reduce((sum, grant) => sum + (grant.ok ? grant.permits : 0), 0);
const window = (seconds: number): Grant => ({ ok: false, why: "window", until: iso(seconds) });
const paused = (seconds: number): Grant => ({ ok: false, why: "paused", until: iso(seconds) });

/** Asks for one at a time, many at once: this is where a ledger that reads and then writes loses count. */
async function crowd(ledger: Ledger, host: string, want: typeof PAGE | typeof CALL, now: Date): Promise<number> {
  const asked = Array.from({ length: 400 }, () => ledger.take(host, want, now));
  return granted(await Promise.all(asked));
}

export const ledgerLaws: readonly LedgerLaw[] = [
  {
    name: "of 400 who ask at once 240 are let through, and the rest hear when",
    async holds(ledger, host, same) {
      same(await crowd(ledger, host, CALL, at(10)), 240, "permits in five minutes");
      same(await ledger.take(host, CALL, at(299)), window(300), "the window's end");
      same(await ledger.take(host, CALL, at(300)), { ok: true, permits: 1 }, "the next window");
    },
  },
  {
    name: "paged requests have a window of fifteen minutes beside the common one",
    async holds(ledger, host, same) {
      same(await crowd(ledger, host, PAGE, at(0)), 240, "pages");
      same(await ledger.take(host, PAGE, at(300)), window(900), "a page in the second five minutes");
      same(await ledger.take(host, CALL, at(300)), { ok: true, permits: 1 }, "anything else");
      same(await ledger.take(host, PAGE, at(900)), { ok: true, permits: 1 }, "a page after fifteen minutes");
    },
  },
  {
    name: "a list that ends within the window may use the reserve",
    async holds(ledger, host, same) {
      same(await crowd(ledger, host, PAGE, at(0)), 240, "pages");
      const last = { paged: true, permits: 1, pagesLeft: 59 };
      same(await ledger.take(host, { ...last, pagesLeft: 60 }, at(1)), window(900), "61 of 60 left");
      for (let left = 59; left >= 0; left--)
        same((await ledger.take(host, { ...last, pagesLeft: left }, at(2))).ok, true, `with ${left} to come`);
      same(await ledger.take(host, { ...last, pagesLeft: 0 }, at(3)), window(900), "the 301st page");
    },
  },
  {
    name: "permits come in blocks, never more than are left",
    async holds(ledger, host, same) {
      same(await ledger.take(host, { paged: false, permits: 236 }, at(0)), { ok: true, permits: 236 }, "a block");
      same(await ledger.take(host, { paged: false, permits: 8 }, at(0)), { ok: true, permits: 4 }, "what is left");
      same(await ledger.take(host, { paged: false, permits: 8 }, at(0)), window(300), "nothing left");
    },
  },
  {
    name: "hosts do not share",
    async holds(ledger, host, same) {
      await crowd(ledger, host, CALL, at(0));
      same(await ledger.take(`other.${host}`, CALL, at(0)), { ok: true, permits: 1 }, "another host");
    },
  },
  {
    name: "after a 429 nothing is asked until the told moment, exactly",
    async holds(ledger, host, same) {
      await ledger.heard(host, { status: 429, retryAt: iso(77), paged: false }, at(0));
      same(await ledger.take(host, CALL, at(76.999)), window(77), "a millisecond early");
      same(await ledger.take(host, PAGE, at(76)), window(77), "pages too");
      same(await ledger.take(host, CALL, at(77)), { ok: true, permits: 1 }, "on time");
    },
  },
  {
    name: "a 429 without a moment lasts for the window",
    async holds(ledger, host, same) {
      await ledger.heard(host, { status: 429, paged: true }, at(1));
      same(await ledger.take(host, CALL, at(2)), window(900), "until the paged window ends");
    },
  },
  {
    name: "what a host says it has left is believed, a fifth of its limit stays free",
    async holds(ledger, host, same) {
      const pressure = { remaining: 62, limit: 300, resetAt: iso(120), paged: false };
      await ledger.heard(host, pressure, at(0));
      same(await ledger.take(host, { paged: false, permits: 8 }, at(1)), { ok: true, permits: 2 }, "62 less 60");
      same(await ledger.take(host, CALL, at(119)), window(120), "until the host's own reset");
      same(await ledger.take(host, CALL, at(120)), { ok: true, permits: 1 }, "after it");
    },
  },
  {
    name: "pauses for a silent host grow and end with the first answer",
    async holds(ledger, host, same) {
      await ledger.failed(host, "timeout", at(0));
      await ledger.failed(host, "timeout", at(1));
      same(await ledger.take(host, CALL, at(59)), paused(60), "the first minute");
      same(await ledger.take(host, CALL, at(60)), { ok: true, permits: 1 }, "another try");
      await ledger.failed(host, "connect", at(62));
      same(await ledger.take(host, CALL, at(361)), paused(362), "five minutes");
      await ledger.alive(host, at(362));
      same(await ledger.take(host, CALL, at(362)), { ok: true, permits: 1 }, "at once after an answer");
      await ledger.failed(host, "dns", at(400));
      same(await ledger.take(host, CALL, at(459)), paused(460), "a minute again");
    },
  },
];
