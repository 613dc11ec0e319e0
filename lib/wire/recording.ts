import type { Exchange } from "#lib/net/exchange.ts";
import type { Recorded } from "#lib/net/recording/recorded.ts";
import type { Replay } from "#lib/net/recording/replay.ts";
import { tracing } from "#lib/net/recording/trace.ts";
import type { OpenLedger } from "#lib/store/ledger/ledger.ts";

/** A check may be written down as it asks, or answered from what was written down. */
export type Recording = { readonly keep: (recorded: Recorded) => void } | { readonly replay: Replay };

export const recordedExchange =
  (recording: Recording, now: () => Date) =>
  (network: Exchange): Exchange =>
    "replay" in recording ? recording.replay.exchange : tracing(network, recording.keep, now);

/** Nobody is asked in a replay, so nobody's limits are to be kept. */
export const NO_LIMITS: OpenLedger = {
  take: async (_host, { permits }) => ({ ok: true, permits }),
  heard: async () => undefined,
  failed: async () => undefined,
  alive: async () => undefined,
  settle: async () => undefined,
  forget: async () => undefined,
};
