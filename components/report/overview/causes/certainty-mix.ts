import type { ReportFollower } from "#lib/contract/report.ts";
import type { Certainty } from "#lib/domain/diagnosis/verdict.ts";

const STRENGTH: readonly Certainty[] = ["proven", "likely", "possible"];

/** The strongest and the weakest certainty among people of one cause. Null where there is nothing to be certain of. */
export function certaintyMix(
  people: readonly Pick<ReportFollower, "certainty">[],
): { readonly strong: Certainty; readonly weak: Certainty } | null {
  const found = STRENGTH.filter((certainty) => people.some((person) => person.certainty === certainty));
  const [strong] = found;
  const weak = found.at(-1);
  return strong && weak ? { strong, weak } : null;
}
