import type { FaultName } from "#world/faults/names.ts";
import type { Account, Server, WorldState } from "#world/model.ts";
import { latencyOf } from "#world/serve/latency.ts";
import { followersOf } from "#world/software/common/lists.ts";
import type { Shape } from "../speed/limit.ts";

const PAGE = 80;
/** How long these are waited for: a greeting, and a body. A server that is dead in another way says so at once. */
const SILENCE_MS: Readonly<Partial<Record<FaultName, number>>> = {
  "black-hole": 2_500,
  "no-answer": 5_000,
  "slow-body": 10_000,
};
const AT_ONCE: ReadonlySet<FaultName> = new Set([
  "no-such-name",
  "refused",
  "reset",
  "expired-certificate",
  "wrong-certificate",
]);

/** Of a world as it is before anybody looks: the numbers its limit follows from. */
export function shapeOf(world: WorldState, speed: number): Shape {
  const { old, target } = world;
  const ms = (server: Server, path: string): number => latencyOf(world.seed, server, asked(path)) / speed;
  const lookUp = (server: Server): number =>
    ms(server, "/.well-known/webfinger") + ms(server, "/api/v1/accounts/lookup");
  const list = (account: Account) => ({
    pages: Math.ceil(followersOf(world, account.server, account).length / PAGE),
    pageMs: ms(account.server, "/api/v1/accounts/1/followers"),
  });
  return {
    lookUpMs: Math.max(lookUp(old.server), lookUp(target.server)),
    old: list(old),
    fresh: list(target),
    servers: serversOf(world).map(({ server, late }) => ({
      ...{ names: [server.host, server.web], late },
      ...answerOf(server, ms),
    })),
  };
}

function answerOf(server: Server, ms: (server: Server, path: string) => number) {
  const silence = server.fault ? SILENCE_MS[server.fault] : undefined;
  if (silence !== undefined) return { answerMs: silence, silent: true };
  if (server.fault && AT_ONCE.has(server.fault)) return { answerMs: 0, silent: true };
  return { answerMs: ms(server, "/.well-known/nodeinfo"), silent: false };
}

/** Those of people on the old list who did not come along, in the order in which the list names them. */
function serversOf(world: WorldState): readonly { readonly server: Server; readonly late: boolean }[] {
  const rows = followersOf(world, world.old.server, world.old);
  const lastPage = Math.floor(Math.max(0, rows.length - 1) / PAGE);
  const first = new Map<Server, number>();
  for (const [at, { who }] of rows.entries())
    if (who.atNew !== "yes" && !first.has(who.server)) first.set(who.server, Math.floor(at / PAGE));
  return [...first].map(([server, page]) => ({ server, late: lastPage > 0 && page === lastPage }));
}

const asked = (path: string) => ({
  ...{ method: "GET", path, query: new URLSearchParams(), headers: {}, body: undefined },
  ...{ signed: false, now: 0 },
});
