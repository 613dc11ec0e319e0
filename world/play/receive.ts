import { isDown } from "../faults/names.ts";
import type { Server, WorldState } from "../model.ts";
import { hides, keepsFrom, shutsOut } from "../software/matching.ts";
import { RULES } from "../software/rules.ts";
import type { Happening, Why } from "./log.ts";

type Turn = readonly [Happening, Why];

/** What stops the notice on its way to a server, in the order in which the servers look. Nothing: it is carried out. */
export function obstacle(world: WorldState, server: Server): Turn | undefined {
  return (
    onTheWay(world, server) ?? atTheDoor(world, server) ?? byTheSoftware(world, server) ?? atTheTarget(world, server)
  );
}

function onTheWay({ old }: WorldState, server: Server): Turn | undefined {
  if (server === old.server) return undefined;
  if (server.mishap === "given-up") return ["unsent", "given-up"];
  if (isDown(server.fault) || server.mishap === "down-that-day") return ["undelivered", "server-down"];
  return undefined;
}

function atTheDoor({ old }: WorldState, server: Server): Turn | undefined {
  if (shutsOut(server, old.server)) return ["refused", "blocks-old"];
  if (server.ofOld.suspended) return ["dropped", "old-account-suspended"];
  return undefined;
}

function byTheSoftware({ old }: WorldState, server: Server): Turn | undefined {
  if (server === old.server) return undefined; // moves its own people without any notice
  const rules = RULES[server.software];
  if (rules.onMove === "ignores") return ["ignored", "software"];
  if (rules.onMove === "notifies") return ["ignored", "notifies-only"];
  if (rules.needsMovedTo && !RULES[old.server.software].publishesMovedTo) return ["ignored", "no-moved-to"];
  return undefined;
}

function atTheTarget(world: WorldState, server: Server): Turn | undefined {
  const { target } = world;
  if (shutsOut(server, target.server)) return ["dropped", "blocks-new"];
  if (server.ofNew.suspended) return ["dropped", "new-account-suspended"];
  return readingTheTarget(world, server) ?? withTheTarget(world, server);
}

/** A server reads the new account before anybody there follows it. */
function readingTheTarget({ target }: WorldState, server: Server): Turn | undefined {
  if (server !== target.server && isDown(target.server.fault)) return ["dropped", "new-not-fetched"];
  if (target.fate) return ["dropped", "new-gone"];
  if (keepsFrom(target.server, server)) return ["dropped", "new-refuses"];
  if (target.about?.unverifiable && server !== target.server) return ["dropped", "new-not-fetched"];
  if (server.mishap === "cannot-fetch-new") return ["dropped", "new-not-fetched"];
  return undefined;
}

function withTheTarget({ target, old, alias }: WorldState, server: Server): Turn | undefined {
  const rules = RULES[server.software];
  if (!rules.fetchesTarget && !server.ofNew.known) return ["dropped", "never-met"];
  if (rules.needsAlias && !alias && server !== old.server) return ["dropped", "alias"];
  if (rules.losesOwnPeople && server === target.server && server !== old.server) return ["dropped", "own-not-found"];
  if (rules.breaksIn === server.version) return ["dropped", "breaks"];
  return undefined;
}

/** Whether the server takes in the Update that goes out beside the Move: so does one that will not read the new account. */
export const takesTheUpdate = ([what]: Turn): boolean => what === "dropped" || what === "ignored";

/** Whether the server notes "moved" on the old account although it carries nothing out. */
export function notesTheMove(world: WorldState, server: Server, turn: Turn | undefined): boolean {
  if (!turn) return true;
  const [what, why] = turn;
  if (why === "breaks" || why === "own-not-found") return true;
  if (what === "ignored") return false;
  const rules = RULES[server.software];
  if (server.software === "mastodon" && why === "blocks-new") return knowsNewByHandle(world, server);
  return server.software === "mastodon" && why === "alias" && rules.fetchesTarget && !world.target.about?.movedTo;
}

/** Blocks only the host of the new account's actor, and met the account before: it finds it by its handle all the same. */
const knowsNewByHandle = ({ target }: WorldState, server: Server) =>
  server.ofNew.known && !hides(server, target.server);
