import type { CheckFacts, Side } from "#lib/domain/evidence/evidence.ts";
import { pointer } from "#lib/domain/move/pointer.ts";
import type { CheckRow } from "#lib/store/check/checks.ts";
import type { CheckSettings } from "../state/deps.ts";

type Proof = CheckRow["proof"];

export const proofLink = ({ publicUrl }: CheckSettings, id: string): string => `${publicUrl}/check/${id}`;

/** Whoever can write into the profile is the account's owner. Read with every run, from an answer nobody had cached. */
export function proofIn(row: Pick<CheckRow, "id" | "proof">, facts: CheckFacts, settings: CheckSettings): Proof {
  if (row.proof.state === "proven") return row.proof;
  const linked = textOf(ownSide(facts)).includes(proofLink(settings, row.id));
  return linked ? { ...row.proof, state: "proven" } : row.proof;
}

/** The account a check is for: the new one, before a move the old one. */
export const ownSide = ({ mode, old, targets }: CheckFacts): Side | undefined =>
  mode === "planned" ? old : targets[0];

const KEEP_AWAY = /(?:^|[^\p{L}\p{N}_])#(?:nohousewarming|nobots?)(?![\p{L}\p{N}_])/iu;

/** Somebody who asks tools to keep away is checked for nobody but himself. */
export const asksToKeepAway = ({ old, targets }: CheckFacts): boolean =>
  [old, ...targets].some((side) => KEEP_AWAY.test(textOf(side)));

const textOf = (side: Side | undefined): string => (side?.account.known ? (side.account.value.about ?? "") : "");

/**
 * Followers are named only where one of the two accounts confirms the other: a typed pair alone could be anybody's.
 * A plan has no second account; its list is the old account's own public one.
 */
export function isConfirmedPair({ mode, old, targets }: CheckFacts): boolean {
  const [target] = targets;
  if (mode === "planned") return true;
  if (!target) return false;
  const aliases = target.actor.known ? (target.actor.value.alsoKnownAs ?? []) : [];
  const uri = old.actor.known ? old.actor.value.uri : old.account.known ? old.account.value.uri : undefined;
  return pointer(old, target).to === "this" || (uri !== undefined && aliases.includes(uri));
}

/** The one test for everything that holds a follower's name or their server's. Before anything is known nobody is named. */
export const namesPeople = (facts: CheckFacts | null): boolean => facts !== null && isConfirmedPair(facts);
