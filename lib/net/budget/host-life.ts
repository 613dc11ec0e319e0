import { windowEnd } from "#lib/domain/ports/budget.ts";
import type { Refusal } from "#lib/domain/ports/gate.ts";
import type { Ledger, Pressure } from "#lib/domain/ports/ports.ts";
import type { Raw } from "../exchange.ts";
import { makeRecent } from "../recent.ts";
import { asksToWait, pressureOf } from "./pressure.ts";

/** The ledger learns from a host's answers and from its silence. */
export type HostLife = {
  /** The moment before which the host wants no more questions, where it said so. */
  heard(host: string, raw: Raw, paged: boolean): Promise<string | undefined>;
  stopped(host: string, why: Refusal): Promise<void>;
};

/** No answer at all; the host is left alone for a while. */
const SILENCE: ReadonlySet<Refusal> = new Set(["dns", "connect", "tls", "timeout"]);
/** An answer is proof of life for this long: the ledger need not hear of every single one. */
const ALIVE_MS = 5 * 60_000;
/** As long as more than this share is left, what a host says it has left changes nothing. */
const PLENTY = 0.5;
const USUAL_LIMIT = 300;

export function hostLife(ledger: Ledger, now: () => Date): HostLife {
  const alive = makeRecent<true>(ALIVE_MS, () => now().getTime());

  async function noteAlive(host: string): Promise<void> {
    if (alive.get(host)) return;
    alive.keep(host, true);
    await ledger.alive(host, now());
  }

  return {
    async heard(host, { status, headers }, paged) {
      // Behind an error of a proxy the server itself may be dead.
      if (status < 500) await noteAlive(host);
      const pressure = pressureOf(status, headers, paged, now());
      if (!pressure) return undefined;
      const wait = asksToWait(status, pressure.retryAt);
      if (wait || isScarce(pressure)) await ledger.heard(host, pressure, now());
      return wait ? waitUntil(pressure, now()) : undefined;
    },
    async stopped(host, why) {
      if (!SILENCE.has(why)) return;
      alive.drop(host);
      await ledger.failed(host, why, now());
    },
  };
}

const isScarce = ({ remaining, limit }: Pressure): boolean =>
  remaining !== undefined && remaining < (limit ?? USUAL_LIMIT) * PLENTY;

const waitUntil = ({ retryAt, resetAt, paged }: Pressure, now: Date): string =>
  [retryAt, resetAt].find((moment) => moment !== undefined && Date.parse(moment) > now.getTime()) ??
  new Date(windowEnd(paged ? "paged" : "all", now.getTime())).toISOString();
