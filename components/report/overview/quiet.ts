import type { ReportFollower } from "#lib/contract/report.ts";

const YEAR = 365 * 86_400_000;

export const isSilent = ({ profile }: Pick<ReportFollower, "profile">, now: number): boolean =>
  profile?.lastPostAt !== undefined && now - Date.parse(profile.lastPostAt) > YEAR;

/**
 * Bots and people silent for a year stand apart, so that effort goes where it matters; people the mover follows never do.
 * Behind everybody stand those about whom nobody can do anything.
 */
export function partPeople(people: readonly ReportFollower[], now: number) {
  const gone = people.filter(({ group }) => group === "nobody");
  const within = people.filter(({ group }) => group !== "nobody");
  const isQuiet = (one: ReportFollower) => !one.youFollow && (one.profile?.bot === true || isSilent(one, now));
  return { lively: within.filter((one) => !isQuiet(one)), quiet: within.filter(isQuiet), gone };
}
