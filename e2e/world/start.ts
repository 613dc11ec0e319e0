import { build } from "./build.ts";
import { makeAuthority } from "./certs.ts";
import type { FaultName } from "./faults/names.ts";
import type { Clock, WorldState } from "./model.ts";
import type { Event } from "./play/log.ts";
import { play } from "./play/play.ts";
import type { Scenario } from "./scenario.ts";
import { SCENARIOS, type ScenarioName } from "./scenarios/index.ts";
import { type Logged, serve } from "./serve.ts";
import { type TruthFile, tellTruth } from "./truth.ts";

export type Options = {
  readonly port?: number;
  readonly clock?: Clock;
};

export type World = {
  readonly port: number;
  /** The value for FEDIVERSE_ROUTES. */
  readonly routes: string;
  readonly caPem: string;
  /** What really happened, whatever the public answers show of it. */
  readonly truth: TruthFile;
  readonly events: readonly Event[];
  readonly requests: readonly Logged[];
  readonly state: WorldState;
  /** Requests that reached an address nobody should be led to. */
  canaryHits(): number;
  /** From now on this server misbehaves; `undefined` ends it. */
  fault(host: string, name: FaultName | undefined): void;
  stop(): Promise<void>;
};

/** Builds a world, lets the move happen in it, and opens its doors on loopback. */
export async function startWorld(scenario: Scenario | ScenarioName, options: Options = {}): Promise<World> {
  const chosen = typeof scenario === "string" ? SCENARIOS[scenario] : scenario;
  const state = build(chosen, options.clock ?? Date);
  const log = play(state, chosen.script, chosen.movedDaysAgo);
  const truth = tellTruth(state, log);
  const authority = makeAuthority();
  const { port, requests, stop } = await serve(state, authority, options.port ?? 0);
  return {
    port,
    routes: ["test", "example"].map((top) => `*.${top}=127.0.0.1:${port}`).join(","),
    caPem: authority.caPem,
    truth,
    events: log.events,
    requests,
    state,
    canaryHits: () => 0,
    fault: (host, name) => {
      const server = state.servers.get(host);
      if (!server) throw new Error(`no server is called ${host} in this world`);
      server.fault = name;
    },
    stop,
  };
}
