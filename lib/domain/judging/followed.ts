import { rank, weakest } from "../diagnosis/certainty.ts";
import type { Certainty, Followed, FollowedKind, FollowedWhy } from "../diagnosis/verdict.ts";
import type { Host, TargetKey } from "../names/spellings.ts";
import { type Context, onTarget } from "../readings/context.ts";
import type { Folded } from "../readings/fold.ts";
import type { Read, Reading, Wall } from "../readings/reading.ts";
import { statementOfList, weigh } from "../readings/walls/weigh.ts";

/**
 * The other direction: whether somebody on the target can follow people of this server. The follow goes out from the
 * target and into F, what F's people write comes back: the walls are the same two, and a limit holds up other people.
 */
export function followedFrom({ context, shared, limited }: Folded): Followed {
  const { server, newSuspendedAlone, closed } = shared;
  if (server.known && server.value === "gone") return cannot(["gone"], [server]);
  // Its own people pass no wall.
  if (context.isTarget) return { kind: "can", why: [], certainty: "likely" };
  const walls = wallsOf({ context, shared });
  const shut = walls.filter(({ wall }) => isBlock(wall));
  if (shut.length > 0) return cannot(shut.map(whyShut), shut.map(({ wall }) => wall).filter(isRead));
  if (newSuspendedAlone.known && newSuspendedAlone.value) return cannot(["they-suspend-you"], [newSuspendedAlone]);
  if (isSilent(context)) return unknown(["silent"]);
  const open = walls.filter(({ needed }) => needed);
  const hidden = open.filter(({ of, wall }) => !isOpen(wall) || hasNeverMet(context, of));
  if (hidden.length > 0) return unknown(hidden.map(({ of }) => (of === "they" ? "they-hide" : "new-hides")));
  if (!closed.known || closed.value) return unknown(["closed-unsaid"]);
  const certainty = weakestOf(open.map(({ wall }) => wall).filter(isRead));
  const why = limitsOf(context, limited);
  return { kind: why.length > 0 ? "limited" : "can", why, certainty };
}

/** A Misskey that blocked the other one before it had met it answers like this too: it would show no row. */
const hasNeverMet = ({ aboutTarget, byTarget }: Context, of: Side["of"]): boolean => {
  const { list } = of === "they" ? aboutTarget : byTarget;
  return list?.known === false && list.gap === "never-met";
};

/** Nobody has asked this server yet, or nothing was judged of it. */
export const NOT_ASKED_YET: Followed = { kind: "unknown", why: ["not-asked"], certainty: null };

/** `needed`: it has to be seen open. Of the others a block counts, and nothing said does not. */
type Side = { readonly of: "they" | "new"; readonly wall: Reading<Wall>; readonly needed: boolean };

function wallsOf({ context, shared }: Pick<Folded, "context" | "shared">): readonly Side[] {
  return [
    { of: "they", wall: shared.fOnTarget, needed: true },
    { of: "they", wall: shared.fToTarget, needed: true },
    { of: "new", wall: shared.targetOnF, needed: true },
    { of: "new", wall: foldTargetToF(context), needed: false },
  ];
}

/** Does what the target sends get out to F: the follow itself. Only a Misskey that suspends a server tells the two apart. */
function foldTargetToF(context: Context): Reading<Wall> {
  const { byTarget, targetTraits } = context;
  const by = { traits: targetTraits, allow: byTarget.allow };
  return weigh(statementOfList(byTarget.list, "outbound", onTarget(context, "byTarget.list"), by), []);
}

function whyShut({ of, wall }: Side): FollowedWhy {
  const named = wall.known && wall.value.allowList;
  if (of === "they") return named ? "they-name-whom" : "they-block";
  return named ? "new-names-whom" : "new-blocks";
}

/** F's limit makes the follow wait for an answer there; the target's own makes it show less of them. */
function limitsOf({ aboutTarget: { list } }: Context, limitedByTarget: boolean): readonly FollowedWhy[] {
  const theirs = list?.known === true && list.value.limited === true && list.value.match !== "pattern";
  return [...(theirs ? ["they-limit" as const] : []), ...(limitedByTarget ? ["new-limits" as const] : [])];
}

function cannot(why: readonly FollowedWhy[], because: readonly Read<unknown>[]): Followed {
  const certainty = because.reduce<Certainty | null>(
    (most, { certainty: one }) => (most === null || rank(one) > rank(most) ? one : most),
    null,
  );
  return { kind: "cannot", why: [...new Set(why)], certainty };
}

const unknown = (why: readonly FollowedWhy[]): Followed => ({
  ...{ kind: "unknown", why: [...new Set(why)], certainty: null },
});

const weakestOf = (walls: readonly Read<Wall>[]): Certainty =>
  walls.reduce<Certainty>((least, { certainty }) => weakest(least, certainty), "proven");

const isRead = (wall: Reading<Wall>): wall is Read<Wall> => wall.known;
/** A masked row that may mean somebody else is no block. */
const isBlock = (wall: Reading<Wall>): boolean => wall.known && wall.value.blocked && wall.certainty !== "possible";
const isOpen = (wall: Reading<Wall>): boolean =>
  wall.known && !wall.value.blocked && rank(wall.certainty) >= rank("likely");
const isSilent = ({ server: { life } }: Context): boolean => life?.known === true && life.value.state !== "alive";

/** A server with so many people whom the mover follows. */
export type FollowedServer = {
  readonly host: Host;
  readonly people: number;
  readonly followed?: Readonly<Record<TargetKey, Followed>> | undefined;
};
export type FollowedNumbers = Readonly<Record<FollowedKind, number>>;

export const followedAt = ({ followed }: Pick<FollowedServer, "followed">, key: TargetKey): Followed =>
  followed?.[key] ?? NOT_ASKED_YET;

/** Everybody once: the four numbers add up to all whom the mover follows. */
export function countFollowed(key: TargetKey, servers: readonly FollowedServer[]): FollowedNumbers {
  const numbers: Record<FollowedKind, number> = { can: 0, limited: 0, cannot: 0, unknown: 0 };
  for (const server of servers) numbers[followedAt(server, key).kind] += server.people;
  return numbers;
}
