import { type Reached, reachOf, type Shown } from "../diagnosis/reach.ts";
import type { MoveVerdict } from "../diagnosis/verdict.ts";
import { type CheckFacts, nothingAsked, type ServerFacts } from "../evidence/evidence.ts";
import { NOT_ASKED } from "../evidence/fact.ts";
import type { Side } from "../evidence/side.ts";
import { type Context, contextOf, type HeadCount } from "../readings/context.ts";
import { type Folded, foldServerFacts } from "../readings/fold.ts";
import { foldLocked } from "../readings/held.ts";
import type { ReadingSet, Unread } from "../readings/reading.ts";

/** Whether following works from a server as a whole, with no person in mind. */
export const serverReach = (folded: Folded): Reached =>
  reachOf(
    {
      ...{ ...folded.shared, home: NOBODY, position: NOBODY, there: SOMEBODY },
      setting: nobodyOf(folded.context),
    },
    shownBy(folded.context),
  );

export function shownBy(context: Context): Shown {
  const {
    aboutTarget: { view },
    server: { life },
    move,
  } = context;
  return {
    lists: view?.known === true && view.value.accts.length > 0,
    nobodyThere: move.findings.some(({ cause }) => cause === "new-account-gone"),
    silent: life?.known === true && life.value.state !== "alive",
    ...(context.isTarget ? { heldByHand: foldLocked(context) } : {}),
  };
}

/** What a server and the new one publish about each other, and what both say of themselves. Of nobody's follow it says anything. */
export type PublicFacts = Pick<ServerFacts, "host" | "nodeinfo" | "life" | "instance"> & {
  readonly target: Pick<Side, "key" | "host" | "webHost" | "software" | "account" | "federation" | "limitedFederation">;
  /** `resolve`: as one of its people was answered. It is published nowhere, and said to him alone. */
  readonly onTarget: Pick<ServerFacts["onTarget"][string], "list" | "allow" | "resolve">;
  readonly byTarget: Pick<ServerFacts["byTarget"][string], "list" | "peer" | "allow">;
};

/** The same answer as a check has for that server, where it knows nothing else: from what is public alone. */
export function publicReach({ target: known, onTarget, byTarget, ...about }: PublicFacts): Reached {
  const target: Side = { ...known, actor: NOT_ASKED, list: NOT_ASKED };
  const server: ServerFacts = {
    ...{ ...nothingAsked(about.host), ...about },
    ...{ onTarget: { [target.key]: onTarget }, byTarget: { [target.key]: byTarget } },
  };
  const check: CheckFacts = {
    ...{ mode: "moved", now: "", old: NO_OLD, targets: [target] },
    ...{ before: { is: "unknown" }, movedAt: NOT_ASKED },
  };
  return serverReach(foldServerFacts(contextOf(check, UNDECIDED, server, target, NOBODY_KNOWN)));
}

const NOBODY: Unread = { known: false, gaps: ["not-asked"] };
const SOMEBODY: ReadingSet["there"] = { known: true, value: true, certainty: "likely", because: [] };
const NOBODY_KNOWN: HeadCount = {
  ...{ here: 0, known: 0, inOldList: 0, neither: 0, neitherAlive: 0, neitherSaved: 0, severed: 0, waiting: 0 },
  sightIsOfNeither: false,
};
const UNDECIDED: MoveVerdict = { state: "unclear", findings: [] };
const NO_OLD: Side = {
  ...{ key: "", host: "", webHost: "" },
  ...{ software: NOT_ASKED, account: NOT_ASKED, actor: NOT_ASKED, list: NOT_ASKED },
};

const nobodyOf = ({ check, isOld, isTarget }: Context): ReadingSet["setting"] => ({
  ...{ known: true, certainty: "proven", because: [] },
  value: { mode: check.mode, onOld: isOld, onTarget: isTarget, inOldList: false, before: null },
});
