import { strangers } from "../../make/filler.ts";
import { hash } from "../../make/hash.ts";
import type { Server, WorldState } from "../../model.ts";
import { met } from "../common/met.ts";
import { empty, json } from "../common/reply.ts";
import type { Routes, Scene } from "../common/routes.ts";
import { rowFor, suspends } from "../matching.ts";
import { CACHE } from "./users.ts";

/** Sharkey and the other forks tell strangers that nobody is blocked, in answer to the question who is. */
export const federation = (masks: boolean): Routes => ({
  "POST /api/federation/show-instance": (scene) => {
    const host = String(body(scene).host ?? "");
    return meets(scene).includes(host) ? json(instanceJson(scene, host), CACHE) : empty(204);
  },
  "POST /api/federation/instances": (scene) => json(instances(scene, masks), CACHE),
  "GET /api/v1/instance/peers": (scene) => json(meets(scene), CACHE),
});

const body = ({ asked }: Scene) => (asked.body ?? {}) as Body;
type Body = {
  readonly host?: unknown;
  readonly blocked?: unknown;
  readonly limit?: unknown;
  readonly offset?: unknown;
};

/** Servers are named as their actors are. Those it has never met have no row, blocked or not; nor has it one itself. */
const meets = ({ world, server }: Scene) => [
  ...met(world, server)
    .map((host) => world.servers.get(host))
    .flatMap((other) => (other && !neverLetIn(world, server, other) ? [other.web] : [])),
  ...strangers(server),
];

/** A server that is refused from the start knocks, is turned away, and leaves no row behind. */
const neverLetIn = (world: WorldState, server: Server, other: Server) =>
  server === world.target.server && suspends(server, other) && other.accounts.every(({ newFollow }) => newFollow === 0);

function instances(scene: Scene, masks: boolean): readonly unknown[] {
  const { blocked, limit, offset, host } = body(scene);
  const all = meets(scene).map((name) => instanceJson(scene, name));
  const named = typeof host === "string" ? all.filter((one) => one.host.includes(host)) : all;
  const wanted = blocked === true && !masks ? named.filter(({ isBlocked }) => isBlocked) : named;
  const from = Number(offset ?? 0);
  return wanted
    .slice(from, from + Math.min(Number(limit ?? 30), 100))
    .map((one) => (masks ? { ...one, ...MASK } : one));
}

const MASK = { isBlocked: false, isSuspended: false, isSilenced: false };

function instanceJson({ world, server }: Scene, host: string) {
  const other = world.servers.get(host);
  const row = rowFor(server, host)?.severity;
  const stopped = server.stopped.includes(host);
  return {
    id: `i${hash(`${server.host} ${host}`).toString(36)}`,
    firstRetrievedAt: "2023-01-01T00:00:00.000Z",
    host,
    usersCount: 2,
    notesCount: 10,
    followingCount: 0,
    followersCount:
      followsTo(world.old.server, "saysOld", server, other) + followsTo(world.target.server, "saysNew", server, other),
    isNotResponding: false,
    isSuspended: stopped,
    suspensionState: stopped ? "autoSuspendedForNotResponding" : "none",
    isBlocked: row === "suspend",
    softwareName: other?.software ?? "mastodon",
    softwareVersion: other?.version ?? "4.4.0",
    openRegistrations: false,
    name: host,
    description: null,
    maintainerName: null,
    maintainerEmail: null,
    isSilenced: row === "silence",
    isMediaSilenced: false,
    iconUrl: null,
    faviconUrl: null,
    themeColor: null,
    infoUpdatedAt: null,
    latestRequestReceivedAt: null,
    moderationNote: null,
  };
}

const followsTo = (side: Server, says: "saysOld" | "saysNew", server: Server, other: Server | undefined) =>
  side === other ? server.accounts.filter((who) => who[says] === "yes").length : 0;
