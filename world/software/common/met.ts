import { share } from "../../make/hash.ts";
import type { Server, WorldState } from "../../model.ts";

/** Hosts of this world a server has exchanged anything with. */
export function met(world: WorldState, server: Server): readonly string[] {
  if (server === world.old.server || (server === world.target.server && world.newIsBusy)) return others(world, server);
  if (server === world.target.server)
    return others(world, server, ({ accounts }) => accounts.some(({ atNew }) => atNew !== "no"));
  const candidates = candidatesOf(world);
  if (candidates.includes(server)) return others(world, server);
  const sides = [world.old.server, ...(hasMetNew(world, server) ? [world.target.server] : [])];
  const more = candidates.filter((side) => !sides.includes(side) && hasMet(world, server, side));
  return [...sides, ...more].filter((side) => side !== server).map(({ host }) => host);
}

/** Before a move: servers that the account may move to, which are as busy as any. */
const candidatesOf = ({ candidates, servers }: WorldState): readonly Server[] =>
  candidates.flatMap((name) => servers.get(name.slice(name.lastIndexOf("@") + 1)) ?? []);

const hasMet = ({ seed }: WorldState, server: Server, other: Server) =>
  share(`${seed} met ${other.host} ${server.host}`) < 0.7;

const others = (world: WorldState, server: Server, among: (other: Server) => boolean = () => true) =>
  [...new Set(world.servers.values())].filter((other) => other !== server && among(other)).map(({ host }) => host);

/** A busy server is known nearly everywhere for other people's sake, long before anybody there follows the new account. */
export const hasMetNew = (world: WorldState, server: Server): boolean =>
  server.ofNew.known || (world.newIsBusy && share(`${world.seed} met new ${server.host}`) < 0.7);
