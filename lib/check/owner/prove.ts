import { type CheckRow, patchCheck } from "#lib/store/check/checks.ts";
import { asOwner } from "#lib/store/check/write.ts";
import { ownSide, proofIn } from "../accounts/proof.ts";
import { resolveSide } from "../accounts/resolve-side.ts";
import type { CheckDeps } from "../state/deps.ts";

/** Looks at the profile now, without a run: the link was put there a moment ago. */
export async function prove(deps: CheckDeps, row: CheckRow): Promise<boolean> {
  const own = row.facts && ownSide(row.facts);
  if (!row.facts || !own?.acct || row.proof.state !== "missing") return false;
  const fresh = await resolveSide(deps, own.acct);
  const facts =
    row.mode === "planned"
      ? { ...row.facts, old: fresh }
      : { ...row.facts, targets: [fresh, ...row.facts.targets.slice(1)] };
  const proof = proofIn(row, facts, deps.settings);
  if (proof.state !== "proven") return false;
  await asOwner(deps.store, row.id, deps.now(), (on) => patchCheck(on, { proof }));
  return true;
}

/**
 * The profile a check is for, by its link alone: a server that verifies the link in that profile looks for the way back
 * to it. Nobody else knows the link before it stands there.
 */
export function profileOf({ facts }: Pick<CheckRow, "facts">): string | null {
  const own = facts && ownSide(facts);
  return own?.account.known ? (own.account.value.url ?? own.account.value.uri ?? null) : null;
}
