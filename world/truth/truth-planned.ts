import { isDown } from "../faults/names.ts";
import type { Account, Server, WorldState } from "../model.ts";
import { lacks, limits, shutsOut, stopsSending, suspends } from "../software/matching.ts";
import { RULES } from "../software/rules.ts";

/** Whom each candidate would lose if the account moved there today. */
export function plans(world: WorldState): Readonly<Record<string, Readonly<Record<string, string>>>> {
  return Object.fromEntries(world.candidates.map((host) => [host, outcomes(world, serverOf(world, host))]));
}

function serverOf(world: WorldState, candidate: string): Server {
  const server = world.servers.get(candidate.slice(candidate.lastIndexOf("@") + 1));
  if (!server) throw new Error(`no server is called ${candidate} in this world`);
  return server;
}

const outcomes = (world: WorldState, to: Server) =>
  Object.fromEntries(
    world.people
      .filter(({ atOld }) => atOld === "yes")
      .map((who) => [
        `${who.user}@${who.server.host}`,
        LOSSES.find(([, test]) => test(who, to, world))?.[0] ?? "clear",
      ]),
  );

type Loss = (who: Account, to: Server, world: WorldState) => boolean;

const LOSSES: readonly (readonly [string, Loss])[] = [
  ["server-gone", ({ server }) => isDown(server.fault)],
  ["account-gone", ({ fate, server }) => fate !== undefined && (fate !== "memorial" || server.software !== "mastodon")],
  ["moved-on", ({ about, server }) => about?.movedTo !== undefined && !RULES[server.software].carriesMoved],
  ["new-server-blocked", ({ server }, to) => suspends(server, to)],
  ["blocked-by-new-server", ({ server }, to) => suspends(to, server)],
  ["closed-federation", ({ server }, to) => server !== to && (lacks(server, to) || lacks(to, server))],
  ["new-server-given-up", ({ server }, to) => stopsSending(server, to)],
  ["old-server-blocked", ({ server }, _, { old }) => shutsOut(server, old.server)],
  ["old-account-suspended", ({ server }) => server.ofOld.suspended],
  ["software-ignores-move", ({ server }) => RULES[server.software].onMove !== "carries-out"],
  [
    "no-moved-to",
    ({ server }, _, { old }) => RULES[server.software].needsMovedTo && !RULES[old.server.software].publishesMovedTo,
  ],
  ["waiting-for-approval", ({ server }, to) => limits(to, server)],
];
