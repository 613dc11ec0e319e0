import { defined } from "#lib/flow/defined.ts";
import { FAULTS, type FaultName } from "./faults/names.ts";
import { type Shares, spread } from "./faults/spread.ts";
import { build } from "./make/build.ts";
import type { Scenario, ScenarioEvent } from "./make/scenario.ts";
import type { Clock, WorldState } from "./model.ts";
import type { Event } from "./play/log.ts";
import { play, take, USUALLY_DAYS_AGO } from "./play/play.ts";
import type { PushService } from "./push/push-service.ts";
import { SCENARIOS, type ScenarioName } from "./scenarios/index.ts";
import { openCanary } from "./serve/canary.ts";
import { type Authority, makeAuthority } from "./serve/certs.ts";
import type { Elsewhere } from "./serve/elsewhere.ts";
import { type Logged, serve } from "./serve/serve.ts";
import type { Reach } from "./serve/signer-key.ts";
import { forgetLists } from "./software/common/lists.ts";
import { type TruthFile, tellTruth } from "./truth/truth.ts";

export type Options = {
  readonly port?: number;
  readonly clock?: Clock;
  /** Times as fast as the real network; without it nobody waits. */
  readonly speed?: number;
  readonly faults?: Shares;
  /** One for all worlds that the same app is to trust. */
  readonly authority?: Authority;
  /** How servers in secure mode fetch the key of the client that asks; without it a well-formed signature is believed. */
  readonly reach?: Reach;
  /** Websites outside the fediverse that this world answers for. */
  readonly elsewhere?: Elsewhere;
  /** Browsers are told by it. */
  readonly push?: PushService;
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
  /** Visits to places nobody should be led to. */
  canaryHits(): number;
  /** From now on this server misbehaves; `undefined` ends it. What has already happened stays. */
  fault(host: string, name: FaultName | undefined): void;
  /** Life goes on: somebody follows, a block is lifted, a profile is edited. The truth changes with it. */
  happen(step: ScenarioEvent): void;
  stop(): Promise<void>;
};

/** Builds a world, lets the move happen in it, and opens its doors on loopback. */
export async function startWorld(scenario: Scenario | ScenarioName, options: Options = {}): Promise<World> {
  const chosen = typeof scenario === "string" ? SCENARIOS[scenario] : scenario;
  const state = build(chosen, options.clock ?? Date);
  spread(state, options.faults ?? {});
  const log = play(state, chosen.script, chosen.movedDaysAgo);
  const doors = await openDoors(state, options);
  let told: TruthFile | undefined;
  return {
    ...doors,
    events: log.events,
    state,
    happen: (step) => {
      take(state, log, step, chosen.movedDaysAgo ?? USUALLY_DAYS_AGO);
      forgetLists(state);
      told = undefined;
    },
    get truth() {
      told ??= tellTruth(state, log); // two hundred thousand rows are made when somebody reads them
      return told;
    },
  };
}

async function openDoors(
  state: WorldState,
  { port = 0, speed, reach, elsewhere, push, authority = makeAuthority() }: Options,
) {
  const canary = await openCanary();
  const surroundings = { canaryPort: canary.port };
  const serving = await serve(state, {
    authority,
    port,
    surroundings,
    ...(speed ? { speed } : {}),
    ...defined({ reach, elsewhere, push }),
  });
  return {
    port: serving.port,
    routes: routesOf(state, serving.port, Object.keys(elsewhere ?? {})),
    caPem: authority.caPem,
    requests: serving.requests,
    canaryHits: canary.hits,
    fault: (host: string, name: FaultName | undefined) => {
      const server = state.servers.get(host);
      if (!server) throw new Error(`no server is called ${host} in this world`);
      server.fault = name;
    },
    stop: async () => {
      await Promise.all([serving.stop(), canary.stop()]);
    },
  };
}

/** Names under .invalid are left to the resolver, which knows none of them. */
function routesOf({ servers }: WorldState, port: number, elsewhere: readonly string[]): string {
  const dead = [...servers].filter(([, { fault }]) => fault && FAULTS[fault].nowhere && fault !== "no-such-name");
  const nowhere = dead.map(([host]) => `${host}=127.0.0.1:${CLOSED}`);
  const ours = ["*.test", "*.example", ...elsewhere].map((name) => `${name}=127.0.0.1:${port}`);
  // Below a server no name is anybody's: a Mastodon is asked about such a one.
  return [...ours, ...nowhere, "no-such-name.*=nowhere"].join(",");
}

/** A port where no ordinary machine listens. */
const CLOSED = 1;
