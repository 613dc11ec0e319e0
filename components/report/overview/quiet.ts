import type { ReportFollower } from "#lib/contract/report.ts";

const YEAR = 365 * 86_400_000;

export const isSilent = ({ profile }: Pick<ReportFollower, "profile">, now: number): boolean =>
  profile?.lastPostAt !== undefined && now - Date.parse(profile.lastPostAt) > YEAR;

/** Bots and people silent for a year stand apart, so that effort goes where it matters. People the mover follows never do. */
export function partQuiet(people: readonly ReportFollower[], now: number) {
  const quiet = people.filter((one) => !one.youFollow && (one.profile?.bot === true || isSilent(one, now)));
  const apart = new Set(quiet);
  return { lively: people.filter((one) => !apart.has(one)), quiet };
}
