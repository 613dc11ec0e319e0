import type { Account, WorldState } from "../model.ts";
import { limits, shutsOut, stopsSending } from "../software/matching.ts";
import { RULES } from "../software/rules.ts";
import { type Happening, type Log, notePerson, type Why } from "./log.ts";
import { blocksPerson, shutsOutByHand, tellsOfBlocks } from "./own-blocks.ts";

/** One follower's server has accepted the move and now acts for one person. */
export function follow(world: WorldState, log: Log, who: Account): void {
  const staying = whyStays(world, who);
  if (staying) {
    notePerson(log, who, "stayed", staying);
    return;
  }
  if (RULES[who.server.software].carriesInside) {
    notePerson(log, who, ...insideTheBridge(world, who));
    return;
  }
  arrive(log, who, outcome(world, who));
  leaveOld(log, who);
}

/** Its people's follows are written anew behind the bridge; the new account has to let the bridge itself in. */
const insideTheBridge = ({ target }: WorldState, who: Account): Outcome =>
  shutsOut(target.server, who.server) ? ["turned-away", "new-blocks"] : ["bridged"];

type Outcome = readonly [Happening, Why?];

function outcome(world: WorldState, who: Account, byHand = false): Outcome {
  if (stopsSending(who.server, world.target.server)) return ["never-left", "stopped"];
  const refusal = whyTurnedAway(world, who);
  if (refusal) return ["turned-away", refusal];
  const wait = whyWaits(world, who, byHand);
  return wait ? ["waiting", wait] : ["followed"];
}

/** Somebody presses "Follow" on his own server, long after the news. No lock opens by itself for that. */
export function followByHand(world: WorldState, who: Account): void {
  who.server.ofNew.known = true;
  if (who.saysNew === "yes") return;
  const [what] = outcome(world, who, true);
  who.saysNew = what === "followed" ? "yes" : "requested";
  if (what === "waiting") who.atNew = "requested";
  if (what !== "followed") return;
  who.atNew = "yes";
  who.newFollow = 1 + world.people.reduce((most, { newFollow }) => Math.max(most, newFollow), 0);
}

function arrive(log: Log, who: Account, [what, why]: Outcome): void {
  notePerson(log, who, what, why);
  who.saysNew = what === "followed" && who.server.mishap !== "accept-lost" ? "yes" : "requested";
  if (what === "waiting") who.atNew = "requested";
  if (what !== "followed") return;
  who.atNew = "yes";
  who.newFollow = 10_000_000 + log.events.length;
}

function whyStays({ target }: WorldState, who: Account): Why | undefined {
  if (who === target) return "already"; // the mover's new account does not follow itself
  if (who.fate && !isActedFor(who)) return "gone-themselves";
  if (who.saysOld !== "yes") return "gone-themselves";
  if (who.saysNew === "yes") return "already";
  if (who.about?.blocksNew) return "own-choice";
  // A block of one person is sent to his server, and a Mastodon looks there first; of a block of a whole server nobody is told.
  if (blocksPerson(target, who) && tellsOfBlocks(target) && who.server.software === "mastodon") return "owner-blocks";
  // Mastodon looks before it follows; the others send and are turned away
  if (target.about?.movedTo && who.server.software === "mastodon") return "new-moved";
  return undefined;
}

/** Mastodon acts for its own suspended people, and for those in memory of somebody, as for all others. */
const isActedFor = ({ fate, server }: Account) => fate !== "deleted" && server.software === "mastodon";

function whyTurnedAway({ target }: WorldState, who: Account): Why | undefined {
  if (who.fate === "suspended" && !who.about?.newsStayedHome) return "gone-themselves"; // the new server was told
  if (shutsOut(target.server, who.server)) return "new-blocks";
  if (target.about?.movedTo) return "new-moved";
  if (shutsOutByHand(target, who)) return "owner-blocks";
  if (who.server.mishap === "refused-as-unavailable") return "unavailable";
  return undefined;
}

function whyWaits({ target }: WorldState, who: Account, byHand: boolean): Why | undefined {
  const opens = !byHand && who.server === target.server && RULES[who.server.software].opensOwnLock;
  if (target.about?.locked && !opens) return "locked";
  return limits(target.server, who.server) ? "limited" : undefined;
}

/** Taken off the old list once the new follow was sent, whatever became of it. */
function leaveOld(log: Log, who: Account): void {
  if (RULES[who.server.software].keepsOld) return;
  who.saysOld = "no";
  who.atOld = "no";
  log.undone += 1;
  log.events.push({ what: "undone", host: who.server.host, who: who.user });
}
