import { isDown } from "../faults/names.ts";
import type { Account, WorldState } from "../model.ts";
import type { Log, Why } from "../play/log.ts";
import { blocksPerson, blocksServer, shutsOutByHand } from "../play/own-blocks.ts";
import { lacks, limits, shutsOut, stopsSending, suspends } from "../software/matching.ts";
import { RULES } from "../software/rules.ts";
import { plans } from "./truth-planned.ts";
import { shownBy } from "./visible.ts";

/** What really happened to one follower, whatever anybody can see of it. */
type Truth = {
  /** In small letters, as handles are compared everywhere. */
  readonly acct: string;
  readonly server: string;
  readonly position: "here" | "old-only" | "neither";
  readonly cause: string;
  /** Every cause that holds, the first of them being `cause`. */
  readonly holds: readonly string[];
  readonly reach: "gone" | "blocked" | "waits" | "works";
  /** Some public answer shows the cause, and which. */
  readonly visible: boolean;
  readonly shownBy?: string;
  readonly inSnapshot: boolean;
  /** What a list saved from OLD calls this person, where that is not the name of today. */
  readonly savedAs?: string;
  /** The same with the host of the server's actors, where that is another one: its WebFinger knows it by both. */
  readonly atWeb?: string;
  /** The last thing the log says about this person, or else about the server. */
  readonly happened?: string;
};

export type TruthFile = {
  readonly scenario: string;
  readonly seed: number;
  readonly old: string;
  readonly target: string;
  readonly movedDaysAgo?: number;
  /** How old the saved list was at the move, where that is more than a day. */
  readonly savedDaysBefore?: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly missing: number;
  /** Of the missing: the share whose cause some public answer shows. */
  readonly visibleShare: number;
  readonly followers: readonly Truth[];
  /** Before a move: whom each possible new home would lose, and why. `clear` where nothing stands in the way. */
  readonly planned?: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

export const handle = (account: Account): string => `${account.user}@${account.server.host}`;

export function tellTruth(world: WorldState, log: Log): TruthFile {
  const there = new Set(world.people.filter(({ atNew }) => atNew === "yes").map(handle));
  const known = world.people.filter(
    (who) => who !== world.old && who !== world.target && (who.inSnapshot || who.atOld === "yes"),
  );
  const followers = known.map((who) => truthOf({ world, log, who, there }));
  const missing = followers.filter(({ cause }) => !cause.startsWith("here"));
  const counts: Record<string, number> = {};
  for (const { cause } of followers) counts[cause] = (counts[cause] ?? 0) + 1;
  return {
    scenario: world.name,
    seed: world.seed,
    old: handle(world.old),
    target: handle(world.target),
    ...(world.movedDaysAgo === undefined ? {} : { movedDaysAgo: world.movedDaysAgo }),
    ...(world.savedDaysBefore > 1 ? { savedDaysBefore: world.savedDaysBefore } : {}),
    counts,
    missing: missing.length,
    visibleShare: missing.length ? missing.filter(({ visible }) => visible).length / missing.length : 1,
    followers,
    ...(world.candidates.length > 0 ? { planned: plans(world) } : {}),
  };
}

function truthOf(one: Case): Truth {
  const { world, log, who } = one;
  const holds = HOLDING.filter(([, test]) => test(one)).map(([id]) => id);
  const cause = holds[0] ?? "unexplained";
  const seen = shownBy(world, who, cause);
  const event = log.byPerson.get(who) ?? log.byServer.get(who.server);
  return {
    acct: handle(who).toLowerCase(),
    server: who.server.host,
    position: who.atNew === "yes" ? "here" : who.atOld === "yes" ? "old-only" : "neither",
    cause,
    holds,
    reach: reachOf(world, who),
    visible: seen !== undefined,
    ...(seen ? { shownBy: seen } : {}),
    inSnapshot: who.inSnapshot,
    ...savedName(world, who),
    ...(who.server.web === who.server.host ? {} : { atWeb: `${who.user}@${who.server.web}`.toLowerCase() }),
    ...(event ? { happened: event.why ? `${event.what}: ${event.why}` : event.what } : {}),
  };
}

function savedName({ old }: WorldState, { server, about }: Account): { readonly savedAs?: string } {
  const stale = about?.knownAs?.[old.server.host];
  return stale === undefined ? {} : { savedAs: `${stale}@${server.host}`.toLowerCase() };
}

type Case = {
  readonly world: WorldState;
  readonly log: Log;
  readonly who: Account;
  /** Handles in the new list. */
  readonly there: ReadonlySet<string>;
};

const because =
  (...reasons: readonly Why[]) =>
  ({ log, who }: Pick<Case, "log" | "who">) => {
    const why = (log.byPerson.get(who) ?? log.byServer.get(who.server))?.why;
    return why !== undefined && reasons.includes(why);
  };

/** Whose new account stands in the new list. */
const followsUnderNewName = ({ who, there }: Case) => there.has(who.about?.movedTo ?? "");

/** In the order in which one reason makes the next one idle. */
const HOLDING: readonly (readonly [string, (one: Case) => boolean])[] = [
  ["here", ({ who }) => who.atNew === "yes"],
  ["here-under-new-name", followsUnderNewName],
  ["here-through-bridge", ({ log, who }) => log.byPerson.get(who)?.what === "bridged"],
  ["server-gone", ({ who }) => isDown(who.server.fault)],
  ["account-gone", ({ who }) => who.fate !== undefined],
  // Mastodon and GoToSocial carry people along who have moved on; it is no reason there.
  ["moved-on", ({ who }) => who.about?.movedTo !== undefined && !rulesOf(who).carriesMoved],
  ["new-server-blocked", ({ world, who }) => suspends(who.server, world.target.server)],
  ["new-account-suspended", ({ who }) => who.server.ofNew.suspended],
  ["blocked-by-new-server", ({ world, who }) => suspends(world.target.server, who.server)],
  [
    "closed-federation",
    ({ world, who }) =>
      who.server !== world.target.server &&
      (lacks(who.server, world.target.server) || lacks(world.target.server, who.server)),
  ],
  ["new-server-given-up", ({ world, who }) => stopsSending(who.server, world.target.server)],
  ["you-block-their-server", ({ world, who }) => blocksServer(world.target, who)],
  ["you-block-them", ({ world, who }) => blocksPerson(world.target, who)],
  ["old-server-blocked", ({ world, who }) => shutsOut(who.server, world.old.server)],
  ["old-account-suspended", ({ who }) => who.server.ofOld.suspended],
  ["blocked-by-old-server", ({ world, who }) => shutsOut(world.old.server, who.server)],
  ["ghost", ({ who }) => who.atOld === "yes" && who.saysOld === "no"],
  // Whatever stopped the notice before the software saw it, it would have come to nothing.
  ["software-ignores-move", (one) => isElsewhere(one.world, one.who) && doesNothing(one)],
  ["no-moved-to", ({ world, who }) => isElsewhere(world, who) && waitsForMovedTo(world, who)],
  ["waiting-for-approval", ({ who }) => who.atNew === "requested"],
  ["still-arriving", (one) => young(one.world) && triesAgain(one.world) && because("server-down", "given-up")(one)],
  ["accepted-not-done", (one) => because("breaks", "own-not-found")(one) || heardAndCouldNotRead(one)],
  ["new-account-unverifiable", ({ world }) => world.target.about?.unverifiable !== undefined],
  // A block that was lifted since is no reason any more: the news it kept out stays lost.
  [
    "notice-lost",
    (one) =>
      (because("given-up", "server-down", "new-not-fetched")(one) && !heardAndCouldNotRead(one)) || wasKeptOut(one),
  ],
  // What follows concerns the move itself: nobody's server is to blame.
  ["moved-elsewhere", ({ world }) => world.old.about?.movedTo !== undefined],
  ["move-not-started", ({ world }) => world.movedDaysAgo === undefined],
  ["alias-missing", ({ world }) => !world.alias],
  ["redirect-only", ({ log }) => log.byServer.size === 0],
  ["new-account-redirects", because("new-moved")],
  ["new-account-gone", because("new-gone")],
];

/** A Mastodon shows by a fresh copy of the old account that the news arrived, whatever became of it. */
const heardAndCouldNotRead = (one: Case) =>
  // Nobody can believe such an account: then that is the reason, whatever the news did.
  one.world.target.about?.unverifiable === undefined &&
  one.who.server.software === "mastodon" &&
  (because("new-not-fetched")(one) || wouldNotRead(one));
/** It blocked the new server on that day, and does not any more. */
const wouldNotRead = (one: Case) => because("blocks-new")(one) && !suspends(one.who.server, one.world.target.server);

/** A server moves its own people without any notice. */
const isElsewhere = ({ old, movedDaysAgo }: WorldState, who: Account) =>
  who.server !== old.server && movedDaysAgo !== undefined;
/** Software that does nothing with a move, follows nobody it has not met before, or leaves its own people out. */
const doesNothing = (one: Case) =>
  rulesOf(one.who).onMove !== "carries-out" || because("never-met", "own-not-found")(one) || isOwnAndLost(one);
/** So it would have been, had the news come that far. */
const isOwnAndLost = ({ world, who }: Case) =>
  who.server === world.target.server && rulesOf(who).losesOwnPeople && who.atNew !== "yes";
const triesAgain = ({ old }: WorldState) => RULES[old.server.software].retries === "for-days";
const rulesOf = ({ server }: Account) => RULES[server.software];
const waitsForMovedTo = ({ old }: WorldState, who: Account) =>
  rulesOf(who).needsMovedTo && !RULES[old.server.software].publishesMovedTo;

const wasKeptOut = (one: Case) => because("blocks-old")(one) && !shutsOut(one.who.server, one.world.old.server);

const young = ({ movedDaysAgo }: WorldState) => movedDaysAgo !== undefined && movedDaysAgo < 3;

function reachOf(world: WorldState, who: Account): Truth["reach"] {
  const { server } = who;
  const to = world.target.server;
  if (isDown(server.fault) || who.fate) return "gone";
  if (world.target.fate) return "blocked";
  if (shutsOut(server, to) || shutsOut(to, server) || server.ofNew.suspended || stopsSending(server, to))
    return "blocked";
  if (shutsOutByHand(world.target, who)) return "blocked";
  // A Move opens the lock for people of the same server; who follows by hand asks like all others.
  if (world.target.about?.locked || limits(to, server)) return "waits";
  return "works";
}
