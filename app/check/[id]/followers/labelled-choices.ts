import { getFormatter, getTranslations } from "next-intl/server";
import { filterChoices } from "#components/report/people/filter-choices.ts";
import type { Choice, FilterName } from "#components/report/people/follower-filters.tsx";
import type { Report } from "#lib/contract/report.ts";

const SORTS = ["you-follow", "active", "acct"] as const;

export async function labelledChoices({ counts, old, new: fresh }: Report): Promise<Record<FilterName, Choice[]>> {
  const [groups, causes, reach, t, format] = await Promise.all([
    getTranslations("groups"),
    getTranslations("causes"),
    getTranslations("reach"),
    getTranslations("followers"),
    getFormatter(),
  ]);
  const choices = filterChoices(counts);
  const names = { old: old.host, new: fresh?.host ?? "" };
  const choice = (value: string, label: string, count: number) => ({
    value,
    label: `${label} (${format.number(count)})`,
  });
  return {
    group: choices.group.map(({ id, count }) => choice(id, groups(id), count)),
    cause: choices.cause.map(({ id, words, count }) => choice(id, causes(`${words}.title`, names), count)),
    reach: choices.reach.map(({ id, count }) => choice(id, reach(id), count)),
    sort: SORTS.map((value) => ({ value, label: t(`sorts.${value}`) })),
  };
}
