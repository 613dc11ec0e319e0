import type { Report } from "#lib/contract/report.ts";
import type { CheckFacts } from "#lib/domain/evidence/evidence.ts";
import { closesAfterMove } from "#lib/software/abilities.ts";

/**
 * No public field says when an account was moved. But where it cannot post from then on, an account that points away was
 * moved after its last post, if it was moved at all: a redirect alone looks alike.
 */
export function movedAfterOf({ old: { account, software } }: Pick<CheckFacts, "old">): Pick<Report, "movedAfter"> {
  if (!account.known || !software.known || !closesAfterMove(software.value)) return {};
  const { movedTo, lastPostAt = "" } = account.value;
  const at = new Date(lastPostAt);
  return movedTo && !Number.isNaN(at.getTime()) ? { movedAfter: at.toISOString().slice(0, 10) } : {};
}
