import type { Refusal } from "#lib/domain/ports/gate.ts";
import type { Ledger } from "#lib/domain/ports/ports.ts";
import { defined } from "#lib/flow/defined.ts";
import { makeHostSlots, makeSlots } from "#lib/flow/slots.ts";
import { hostLife } from "./budget/host-life.ts";
import { permitBlocks } from "./budget/permits.ts";
import { type Exchange, KEPT_OPEN_MS, type Raw, type Request } from "./exchange.ts";
import { isHangUp, refusalOf } from "./failure.ts";
import { makeRecent } from "./recent.ts";

/** `host` says who refused: after a redirect it may be another than the one asked. */
export type RequestRefused = { readonly why: Refusal; readonly host: string; readonly until?: string };
export type RequestResult = { readonly raw: Raw; readonly refused?: never } | { readonly refused: RequestRefused };
export type RequestAsk = Request & {
  readonly paged: boolean;
  readonly own: boolean;
  /** Counted by this name, apart from what strangers ask of the host. */
  readonly apart?: string;
  /** Counted by itself, not from a block of permits. */
  readonly single: boolean;
  /** Sent on by another host's answer: what becomes of it says nothing about this host. */
  readonly sentOn: boolean;
  /** The host asks us for our key before it answers: that it is late may be our own doing. */
  readonly asksUsFirst: boolean;
  readonly pagesLeft?: number;
  /** Whether one more request may be sent for the same question. */
  readonly spend?: (host: string) => boolean;
  readonly signal?: AbortSignal;
  /** What is left of the question's whole time; every exchange takes from it. */
  readonly time: { leftMs: number };
};
export type SendRequest = (ask: RequestAsk) => Promise<RequestResult>;
export type RequestParts = {
  readonly exchange: Exchange;
  readonly ledger: Ledger;
  readonly now: () => Date;
  /** Connections to all hosts together. */
  readonly connections: number;
};

const PER_HOST = 2;
const PER_OWN_HOST = 4;

/** One request to one host: its turn, its permit, the exchange, and what the ledger learns from it. */
export function openRequests({ exchange, ledger, now, connections }: RequestParts): SendRequest {
  const permits = permitBlocks(ledger);
  const life = hostLife(ledger, now);
  const hosts = makeHostSlots();
  const everywhere = makeSlots();
  // Else a thousand hosts are all asked their first question before any is asked its second, and each handshake,
  // which costs most, is done twice.
  const connected = makeRecent<true>(KEPT_OPEN_MS, () => performance.now());

  /** The permit is taken when the turn has come: one taken earlier could be spent in the next window. */
  async function attempt(ask: RequestAsk, named: string): Promise<RequestResult | "hung-up"> {
    const host = ask.apart === undefined ? named : `${named} ${ask.apart}`;
    const grant = await permits.take(host, ask, now());
    if (!grant.ok) return refused(grant.why === "paused" ? "paused" : "over-budget", host, grant.until);
    const result = await timed(ask, exchange);
    if ("error" in result) return failed(result.error, ask, host);
    if (ask.sentOn) return result;
    const until = await life.heard(host, result.raw, ask.paged);
    if (until === undefined) return result;
    permits.drop(host);
    return refused("over-budget", host, until);
  }

  async function failed(error: unknown, ask: RequestAsk, host: string): Promise<RequestResult | "hung-up"> {
    const why = refusalOf(error);
    if (why === undefined) throw error;
    if (isHangUp(error)) return "hung-up";
    return silent(why, ask, host);
  }

  async function silent(why: Refusal, { sentOn, asksUsFirst }: RequestAsk, host: string): Promise<RequestResult> {
    if (sentOn || (asksUsFirst && why === "timeout")) return refused(why, host);
    permits.drop(host);
    await life.stopped(host, why);
    return refused(why, host);
  }

  /** A kept connection may be closed in the moment it is used again, so a GET is tried twice. */
  async function insist(ask: RequestAsk, host: string): Promise<RequestResult> {
    const first = await attempt(ask, host);
    if (first !== "hung-up" || ask.method !== "GET") return first === "hung-up" ? silent("connect", ask, host) : first;
    if (ask.spend && !ask.spend(host)) return refused("over-budget", host);
    const last = await attempt(ask, host);
    return last === "hung-up" ? silent("connect", ask, host) : last;
  }

  return async (ask) => {
    const host = ask.url.hostname;
    const here = await hosts(host, ask.own ? PER_OWN_HOST : PER_HOST, ask.signal);
    const anywhere = here && (await everywhere.take(connections, ask.signal, connected.get(host)));
    try {
      return anywhere ? await insist(ask, host) : refused("cancelled", host);
    } finally {
      connected.keep(host, true);
      anywhere?.();
      here?.();
    }
  };
}

type Timed = { readonly raw: Raw } | { readonly error: unknown };

async function timed(ask: RequestAsk, exchange: Exchange): Promise<Timed> {
  const begun = performance.now();
  try {
    return { raw: await exchange(ask, { totalMs: ask.time.leftMs, ...defined({ signal: ask.signal }) }) };
  } catch (error) {
    return { error };
  } finally {
    ask.time.leftMs -= performance.now() - begun;
  }
}

const refused = (why: Refusal, host: string, until?: string): RequestResult => ({
  refused: until === undefined ? { why, host } : { why, host, until },
});
