import type { CheckFacts } from "#lib/domain/evidence/evidence.ts";
import type { Side } from "#lib/domain/evidence/side.ts";
import { type CheckRow, patchCheck, rowOf } from "#lib/store/check/checks.ts";
import { asOwner } from "#lib/store/check/write.ts";
import { ownSide, pointsToTarget, proofIn } from "../accounts/proof.ts";
import { resolveSide } from "../accounts/resolve-side.ts";
import { nextLook } from "../again/looks.ts";
import type { CheckDeps } from "../state/deps.ts";

/** Looks at the profiles now, without a run: the link was put there a moment ago. */
export async function prove(deps: CheckDeps, row: CheckRow): Promise<boolean> {
  if (!row.facts || !mayProve(row, row.facts)) return false;
  const proof = proofIn(row, await freshFacts(deps, row.facts), deps.settings);
  if (proof.state === row.proof.state && proof.old === row.proof.old) return false;
  const nextLookAt = await asOwner(deps.store, row.id, deps.now(), async (on) => {
    const there = await rowOf(on);
    const next = there?.state === "done" ? nextLook({ ...there, proof }) : null;
    await patchCheck(on, { proof, nextLookAt: next });
    return next;
  });
  if (nextLookAt) await deps.wake(row.id, nextLookAt);
  return true;
}

/** The new account's proof does not say that the old one moved, so it is looked for as long as nothing else says it. */
const mayProve = ({ proof }: CheckRow, facts: CheckFacts): boolean =>
  proof.state === "missing" || (proof.old !== true && facts.mode === "moved" && !pointsToTarget(facts));

async function freshFacts(deps: CheckDeps, facts: CheckFacts): Promise<CheckFacts> {
  const fresh = (side: Side) => (side.acct ? resolveSide(deps, side.acct) : side);
  const [first, ...others] = facts.targets;
  if (facts.mode === "planned" || !first) return { ...facts, old: await fresh(facts.old) };
  const [old, target] = await Promise.all([fresh(facts.old), fresh(first)]);
  return { ...facts, old, targets: [target, ...others] };
}

/**
 * The profile a check is for, by its link alone: a server that verifies the link in that profile looks for the way back
 * to it. Nobody else knows the link before it stands there.
 */
export function profileOf({ facts }: Pick<CheckRow, "facts">): string | null {
  const own = facts && ownSide(facts);
  return own?.account.known ? (own.account.value.url ?? own.account.value.uri ?? null) : null;
}
