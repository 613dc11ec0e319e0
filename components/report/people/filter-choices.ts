import { type ShownCause, shownCause } from "#i18n/cause-words.ts";
import { UNLISTED } from "#lib/causes/index.ts";
import type { Counts } from "#lib/contract/check-state.ts";
import { GROUPS, type Group, REACHES, type Reach } from "#lib/domain/diagnosis/verdict.ts";

type Tallies = Pick<ReturnType<typeof Counts.parse>, "byCause" | "byGroup" | "byReach">;

/** Only what somebody belongs to can be chosen, with the number of people. */
export function filterChoices({ byGroup, byCause, byReach }: Tallies) {
  return {
    group: present<Group>(GROUPS, byGroup),
    cause: Object.entries(byCause)
      .filter(([cause, count]) => count > 0 && !UNLISTED.has(cause))
      .sort(([, one], [, other]) => other - one)
      .map(([cause, count]) => ({ id: cause, words: shownCause(cause) as ShownCause, count })),
    reach: present<Reach>(REACHES, byReach),
  };
}

const present = <Id extends string>(ids: readonly Id[], tally: Readonly<Record<string, number>>) =>
  ids.flatMap((id) => ((tally[id] ?? 0) > 0 ? [{ id, count: tally[id] ?? 0 }] : []));
