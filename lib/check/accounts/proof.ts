import type { CheckFacts } from "#lib/domain/evidence/evidence.ts";
import type { Side } from "#lib/domain/evidence/side.ts";
import { pointer } from "#lib/domain/move/pointer.ts";
import { userOf } from "#lib/domain/names/acct.ts";
import type { CheckRow } from "#lib/store/check/checks.ts";
import type { CheckSettings } from "../state/deps.ts";

type Proof = CheckRow["proof"];

export const proofLink = ({ publicUrl }: CheckSettings, id: string): string => `${publicUrl}/check/${id}`;

/**
 * Only the owner of an account can write into its profile. Read with every run, from an answer nobody had cached. Which
 * account it was matters where nothing but the owner of the old one can say that it moved.
 */
export function proofIn(row: Pick<CheckRow, "id" | "proof">, facts: CheckFacts, settings: CheckSettings): Proof {
  const isLinked = (side: Side | undefined) => textOf(side).includes(proofLink(settings, row.id));
  if (isLinked(facts.old)) return { ...row.proof, state: "proven", old: true };
  return isLinked(ownSide(facts)) ? { ...row.proof, state: "proven" } : row.proof;
}

/** The account a check is for: the new one, before a move the old one. */
export const ownSide = ({ mode, old, targets }: CheckFacts): Side | undefined =>
  mode === "planned" ? old : targets[0];

const KEEP_AWAY = /(?:^|[^\p{L}\p{N}_])#(?:nohousewarming|nobots?)(?![\p{L}\p{N}_])/iu;

const asksToKeepAway = (side: Side): boolean => KEEP_AWAY.test(textOf(side));

/**
 * Somebody who asks tools to keep away is checked for nobody but himself. Who has proven the new account is the owner of
 * the old one only where the old one points to it: a former address is written by anybody.
 */
export function mustKeepAway(facts: CheckFacts, proof: Proof): boolean {
  const isProven = proof.state === "proven";
  const isOfOld = isProven && (proof.old === true || pointsToTarget(facts));
  return (asksToKeepAway(facts.old) && !isOfOld) || (facts.targets.some(asksToKeepAway) && !isProven);
}

const textOf = (side: Side | undefined): string => (side?.account.known ? (side.account.value.about ?? "") : "");

type Shown = { readonly facts: CheckFacts | null; readonly proof: Proof };

/**
 * The one test for everything that holds a follower's name or their server's: the old account points to the new one, or
 * the mover has proven one of the two. A former address in the new account's profile proves nothing by itself, anybody
 * can write it into their own. Where the operator asks for no proof, it is enough, and so is a plan.
 */
export function namesPeople({ facts, proof }: Shown): boolean {
  if (facts === null) return false;
  if (pointsToTarget(facts) || proof.old) return true;
  return proof.state !== "missing" && (facts.mode === "planned" || isNamedByTarget(facts));
}

export const pointsToTarget = ({ old, targets: [target] }: CheckFacts): boolean =>
  target !== undefined && pointer(old, target).to === "this";

function isNamedByTarget({ old, targets: [target] }: CheckFacts): boolean {
  const aliases = target?.actor.known ? (target.actor.value.alsoKnownAs ?? []) : [];
  const uri = old.actor.known ? old.actor.value.uri : old.account.known ? old.account.value.uri : undefined;
  return uri === undefined ? aliases.some((alias) => isAddressOf(alias, old)) : aliases.includes(uri);
}

/** Where the old server says nothing any more, an address on it that ends with the account's name is the account's. */
function isAddressOf(alias: string, { acct, host, webHost }: Side): boolean {
  const url = URL.parse(alias);
  const user = acct && userOf(acct);
  const isThere = url?.protocol === "https:" && (url.hostname === host || url.hostname === webHost);
  const name = url?.pathname.split("/").at(-1)?.replace(/^@/, "").toLowerCase();
  return isThere && user !== undefined && name === user;
}
