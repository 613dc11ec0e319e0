import type { ServerFacts } from "#lib/domain/evidence/evidence.ts";
import type { Fact } from "#lib/domain/evidence/fact.ts";
import type { Home } from "#lib/domain/evidence/person.ts";
import type { Stance } from "#lib/domain/evidence/stance.ts";
import type { TargetKey } from "#lib/domain/names/spellings.ts";

/** What the order depends on beside the facts. */
export type PlanContext = {
  readonly targets: readonly TargetKey[];
  /** Targets of which an account is known; the others are servers only, and nobody can be looked up there. */
  readonly withAccount: readonly TargetKey[];
  /** People of this server in each target's list. */
  readonly here: Readonly<Record<TargetKey, number>>;
  /** Until the lists have ended, more of its people may be met, and some of them in the new one. */
  readonly lists?: "going-on" | "paused" | "ended";
  readonly nobodyMissing?: boolean;
  /** Some of the missing stand in neither list; and false where none of them stands in the old one. */
  readonly inNeither?: boolean;
  readonly inOld?: boolean;
  /** Of the old list so many are missing that single look-ups would not reach all. */
  readonly manyInOld?: boolean;
  /** One of its people alone is missing, and nothing yet says what became of him. */
  readonly alone?: boolean;
  /** What did, once he was asked for. */
  readonly single?: Fact<Home>;
  /** Whether there are people whom a look at home may explain, and that they were looked for. */
  readonly openAccounts?: () => boolean;
  readonly accounts?: Fact<boolean>;
  /** The list of the new account's followers was read whole: only F can tell less. */
  readonly newListRead?: boolean;
  /** Requests to this server so far, NodeInfo and robots included, and how many there may be. */
  readonly requests: number;
  readonly most?: number;
  /** A proven cause covers everybody there already. */
  readonly settled?: boolean;
  /** It takes its time over every answer. */
  readonly slow?: boolean;
};

/** `keys`: the target a question is about, or all of them where it is about none. */
type Seen = { readonly facts: ServerFacts; readonly keys: readonly TargetKey[]; readonly context: PlanContext };

const sightOfOld = ({ facts }: Seen) => (facts.onOld.sight?.known ? facts.onOld.sight.value : undefined);
const shown = (seen: Seen) => {
  const sight = sightOfOld(seen);
  return sight?.seen === "known" && !sight.suspended ? sight : undefined;
};
const sides = ({ facts, keys }: Seen) => keys.map((key) => facts.onTarget[key] ?? {});
const failed = (fact: Fact<unknown> | undefined) => fact?.known === false;
const neverMet = (fact: Fact<unknown> | undefined) => fact?.known === false && fact.gap === "never-met";
const shuts = (fact: Fact<Stance> | undefined) =>
  fact?.known === true && (fact.value.inbound === "blocked" || fact.value.outbound === "blocked");

/** The words in which the orders are written. */
export const CONDITIONS = {
  /** F shows OLD's account, and that it moved. */
  oldMoved: (seen: Seen) => Boolean(shown(seen)?.moved),
  /** F shows OLD's account and nothing of a move. */
  oldNotMoved: (seen: Seen) => shown(seen) !== undefined && !shown(seen)?.moved,
  oldShown: (seen: Seen) => shown(seen) !== undefined,
  oldSuspended: (seen: Seen) => sightOfOld(seen)?.suspended === true,
  /** Not found; it means something once somebody of F's own is found. */
  oldAbsent: (seen: Seen) => sightOfOld(seen)?.seen === "absent",
  /** F's API is for members, so nothing is known from looking. */
  oldNotTold: ({ facts }: Seen) => failed(facts.onOld.sight),
  /** Somebody of F follows OLD still, or who does is hidden. */
  someoneLeft: ({ facts: { onOld }, context: { inOld } }: Seen) =>
    inOld !== false && (!onOld.view?.known || onOld.view.value.accts.length > 0),
  /** Its own list of OLD's followers says something of these people: they stand in OLD's. */
  inOld: ({ context }: Seen) => context.inOld !== false,
  manyInOld: ({ context }: Seen) => context.manyInOld === true,
  /** While lists are read, everybody in neither of them may still turn up: it is worth waiting for. */
  openAccounts: ({ context: { lists, inNeither, openAccounts } }: Seen) =>
    (lists === "going-on" && inNeither === true) || openAccounts?.() === true,
  accountsKnown: ({ context: { openAccounts } }: Seen) => openAccounts?.() !== true,
  /** Who stands in the old list may follow neither account, or both; and where the new list is not whole only F can tell. */
  newListOpen: ({ context }: Seen) => context.inOld !== false || context.newListRead !== true,
  inNeither: ({ context }: Seen) => context.inNeither === true,
  isSlow: ({ context }: Seen) => context.slow === true,
  listRead: ({ facts: { onOld } }: Seen) => onOld.list?.known === true,
  /** Not where the lists are to go on another time: more will be missing then. */
  oneAlone: ({ context: { alone, lists } }: Seen) => alone === true && lists !== "paused",
  noneHere: ({ keys, context }: Seen) => keys.some((key) => (context.here[key] ?? 0) === 0),
  /** Asked whether it shows NEW's account, F did not: an open door would have been seen. */
  newNotShown: (seen: Seen) =>
    sides(seen).some(({ sight }) => sight !== undefined && !(sight.known && sight.value.seen === "known")),
  newShown: (seen: Seen) => sides(seen).some(({ sight }) => sight?.known === true && sight.value.seen === "known"),
  /** There is no account to look up there: the server alone stands for "new". */
  newHasNoAccount: ({ keys, context }: Seen) => keys.some((key) => !context.withAccount.includes(key)),
  newUnlisted: (seen: Seen) => sides(seen).some(({ list }) => failed(list)),
  peersHidden: (seen: Seen) => sides(seen).some(({ peer }) => failed(peer)),
  /** Asked about OLD's host alone, no block came to light. */
  oldIsClean: ({ facts: { onOld } }: Seen) => onOld.list !== undefined && !shuts(onOld.list),
  /** A host never met is not blocked, and nobody can be following anybody on it. */
  newIsMet: (seen: Seen) => sides(seen).some(({ list }) => list?.known === true || (failed(list) && !neverMet(list))),
  newIsClean: (seen: Seen) => sides(seen).some(({ list }) => list !== undefined && !shuts(list)),
} as const satisfies Readonly<Record<string, (seen: Seen) => boolean>>;
export type Condition = keyof typeof CONDITIONS;
