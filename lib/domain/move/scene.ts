import { defined } from "#lib/flow/defined.ts";
import { familyOfFact } from "#lib/software/family.ts";
import type { Certainty, MoveFinding, MoveFindingId } from "../diagnosis/verdict.ts";
import type { CheckFacts } from "../evidence/evidence.ts";
import type { Fact } from "../evidence/fact.ts";
import type { Side } from "../evidence/side.ts";
import { type Pointer, pointer } from "./pointer.ts";
import type { Tally } from "./tally.ts";

/** What findings are made from: the two sides, where each points, and the numbers so far. */
export type Scene = {
  readonly check: CheckFacts;
  readonly old: Side;
  readonly target: Side;
  readonly points: Pointer;
  readonly back: Pointer;
  readonly tally: Tally;
  readonly moved: boolean;
  readonly oldIsMastodon: boolean;
};

export type FindingBasis = Pick<MoveFinding, "certainty" | "because"> | undefined;
export type Finder = {
  readonly id: MoveFindingId;
  readonly find: (scene: Scene) => FindingBasis;
  /** No Move was sent, or nobody could believe it: then no server lost the news, and none left off half-way. */
  readonly isReasonForAll?: true;
  /** Those on OLD itself cannot follow either: that they stayed says nothing of a Move that was not made. */
  readonly keepsOldServerToo?: true;
  /** About OLD alone, so the same for every candidate. */
  readonly isAboutOld?: true;
};

export const sceneOf = (check: CheckFacts, target: Side, tally: Tally): Scene => ({
  ...{ check, target, tally },
  old: check.old,
  points: pointer(check.old, target),
  back: pointer(target, check.old),
  moved: check.mode === "moved",
  oldIsMastodon: familyOfFact(check.old.software) === "mastodon",
});

export const found = (certainty: Certainty, ...because: MoveFinding["because"]): FindingBasis => ({
  certainty,
  because,
});

/** A fact as evidence: what it says, or why it says nothing. */
export function said(name: string, fact: Fact<unknown>, value?: unknown): MoveFinding["because"][number] {
  if (!fact.known) return { fact: name, gap: fact.gap, ...defined({ source: fact.source }) };
  return { fact: name, value: value ?? fact.value, source: fact.source };
}
