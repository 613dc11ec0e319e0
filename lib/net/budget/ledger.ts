import { aliveAgain, FRESH, failedAt, heardFrom, type Tally, takeFrom } from "#lib/domain/ports/budget.ts";
import type { Ledger } from "#lib/domain/ports/ports.ts";

/** Budgets of one process, for the terminal command and for tests. Nothing is awaited between reading and writing. */
export function memoryLedger(): Ledger {
  const tallies = new Map<string, Tally>();
  const of = (host: string): Tally => tallies.get(host) ?? FRESH;
  return {
    async take(host, want, now) {
      const { grant, tally } = takeFrom(of(host), want, now);
      tallies.set(host, tally);
      return grant;
    },
    async heard(host, pressure, now) {
      tallies.set(host, heardFrom(of(host), pressure, now));
    },
    async failed(host, _why, now) {
      tallies.set(host, failedAt(of(host), now));
    },
    async alive(host) {
      tallies.set(host, aliveAgain(of(host)));
    },
  };
}
