import { share } from "../make/hash.ts";
import type { WorldState } from "../model.ts";
import type { FaultName } from "./names.ts";

/** Shares of the followers' servers that misbehave, e.g. `{ parked: 0.01 }`; the same seed hits the same ones. */
export type Shares = Readonly<Partial<Record<FaultName, number>>>;

export function spread(world: WorldState, shares: Shares): void {
  for (const server of new Set(world.servers.values())) {
    if (server === world.old.server || server === world.target.server) continue;
    server.fault ??= pick(shares, share(`${world.seed} fault ${server.host}`));
  }
}

/** The one whose part of the whole the chance falls in. */
export function pick(shares: Shares, chance: number): FaultName | undefined {
  let below = 0;
  for (const [name, part] of Object.entries(shares)) {
    below += part;
    if (chance < below) return name as FaultName;
  }
  return undefined;
}
