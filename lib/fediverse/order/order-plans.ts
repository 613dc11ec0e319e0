import type { AdapterId } from "#lib/software/define.ts";
import type { Condition } from "./order-conditions.ts";

export type PlannedAsk =
  | ("list" | "allow" | "stance" | "sight" | "view" | "peer")
  | ("control" | "instance" | "home" | "accounts");
/** A question and everything that has to hold for it to be worth a request. */
export type PlannedStep = {
  readonly ask: PlannedAsk;
  readonly about?: "old" | "new";
  readonly when: readonly Condition[];
  /**
   * As soon as these hold it goes along with whatever is asked: it would almost surely be asked next, and a slow server
   * is waited for once instead of twice.
   */
  readonly beside?: readonly Condition[];
};

const always: readonly Condition[] = [];

/**
 * What a follower's server is asked, in order, by the adapter that asks it; NodeInfo and robots come before. A step is taken
 * once, when its turn comes and its conditions hold; the first question that settles everybody there ends the row.
 */
export const PLANS = {
  mastodon: [
    // One look at OLD's account tells most.
    { ask: "sight", about: "old", when: always },
    // It heard of the move. A single person missing there has often deleted the account, and then nothing else is to be asked.
    { ask: "home", when: ["oldMoved", "oneAlone"] },
    // Who is still there, and why did nobody come?
    { ask: "view", about: "old", when: ["oldMoved", "inOld"] },
    // Nobody came, and some are in neither list: shut out at NEW, most often, where F shows it.
    // Where an answer takes long it goes along with the look at OLD: with nobody here it is asked sooner or later.
    { ask: "sight", about: "new", when: ["oldMoved", "inNeither", "noneHere"], beside: ["isSlow", "noneHere"] },
    // More of the old list are missing than can be looked up: its list of NEW's followers tells of all at once.
    { ask: "view", about: "new", when: ["oldMoved", "manyInOld"] },
    // Whom it does not list there any more, and who is in neither list: gone, most often, whatever their neighbours do.
    { ask: "accounts", when: ["oldMoved", "openAccounts"] },
    { ask: "sight", about: "new", when: ["oldMoved", "someoneLeft", "noneHere"] },
    { ask: "list", when: ["oldMoved", "someoneLeft", "noneHere", "newNotShown"] },
    { ask: "peer", about: "new", when: ["oldMoved", "someoneLeft", "noneHere", "newNotShown", "newUnlisted"] },
    // Who stands in neither list may have been carried along, and shut out since: then nobody of it is in the new one.
    { ask: "list", when: ["oldMoved", "inNeither", "noneHere"] },
    // After a move nobody follows OLD there any more: who follows NEW by its own word came, and whom it does not name did not.
    { ask: "view", about: "new", when: ["oldMoved", "newListOpen"] },
    // The new one may name a neighbour although its server has shut it out since. Whether people are there comes first:
    // nothing is promised to those whom nobody saw.
    { ask: "list", when: ["oldMoved", "inNeither", "accountsKnown"] },
    // It knows OLD and nothing of the move: the news is lost, or NEW is shut out there.
    { ask: "sight", about: "new", when: ["oldNotMoved"] },
    { ask: "list", when: ["oldNotMoved", "newNotShown"] },
    { ask: "list", when: ["oldShown", "newHasNoAccount"] },
    { ask: "peer", about: "new", when: ["oldNotMoved", "newNotShown", "newUnlisted"] },
    // Before a move each candidate is a question of its own.
    {
      ask: "peer",
      about: "new",
      when: ["oldShown", "newHasNoAccount", "newUnlisted"],
      beside: ["isSlow", "oldShown", "newHasNoAccount", "newUnlisted"],
    },
    { ask: "view", about: "old", when: ["oldNotMoved"], beside: ["oldNotMoved"] },
    // It shows no such account although it has a follower of it: cut off, if its own people are shown.
    { ask: "control", when: ["oldAbsent"] },
    { ask: "list", when: ["oldAbsent"], beside: ["oldAbsent"] },
    { ask: "sight", about: "new", when: ["oldAbsent"] },
    { ask: "peer", about: "new", when: ["oldAbsent", "newNotShown", "newUnlisted"] },
    // It suspended OLD's account alone: following by hand works where it shows NEW.
    { ask: "sight", about: "new", when: ["oldSuspended"] },
    { ask: "list", when: ["oldSuspended", "newNotShown"] },
    { ask: "peer", about: "new", when: ["oldSuspended", "newNotShown", "newUnlisted"] },
    // Closed to strangers: what describes the server itself may be open still.
    { ask: "instance", when: ["oldNotTold"] },
    { ask: "list", when: ["oldNotTold"] },
    { ask: "peer", about: "new", when: ["oldNotTold", "newUnlisted"] },
  ],
  misskey: [
    { ask: "stance", about: "old", when: always },
    { ask: "stance", about: "new", when: always, beside: always },
    { ask: "view", about: "new", when: ["oldIsClean", "newIsClean", "newIsMet"] },
    { ask: "view", about: "old", when: ["oldIsClean", "newIsClean"], beside: ["oldIsClean", "newIsClean"] },
    // Whom it talks to at all.
    { ask: "instance", when: ["oldIsClean", "newIsClean"] },
  ],
  // Both stances stand in NodeInfo.
  pleroma: [{ ask: "list", when: always }],
  akkoma: [{ ask: "list", when: always }],
  // An allow beats a block there, and an empty list says nothing of a list of allowed servers.
  gotosocial: [
    { ask: "list", when: always },
    { ask: "allow", when: ["listRead"] },
  ],
  // It blocks nobody and shows everything.
  hollo: [
    { ask: "sight", about: "old", when: always },
    { ask: "view", about: "old", when: ["oldShown"] },
    { ask: "view", about: "new", when: ["oldShown", "someoneLeft"] },
  ],
  friendica: [{ ask: "list", when: always }],
  generic: [{ ask: "list", when: always }],
  "iceshrimp-net": [],
  snac: [],
  bare: [],
  pixelfed: [],
  lemmy: [],
  piefed: [],
  mbin: [],
  peertube: [],
} as const satisfies Readonly<Record<AdapterId, readonly PlannedStep[]>>;
