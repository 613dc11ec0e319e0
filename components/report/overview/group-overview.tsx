import { useFormatter, useTranslations } from "next-intl";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { GroupBar } from "#components/ui/group-bar.tsx";
import { GroupMark } from "#components/ui/group-mark.tsx";
import type { CauseGroup } from "./groups.ts";

/** The bar, the same in a sentence, and as a table: readers who cannot use one have the others. */
export function GroupOverview({ groups }: { groups: readonly CauseGroup[] }) {
  const t = useTranslations("bar");
  const name = useTranslations("groups");
  const format = useFormatter();
  const parts = groups.map(({ group, count }) => t("part", { count, group: name(group) }));
  if (groups.length === 0) return null;
  return (
    <figure className="rounded-2xl border border-line bg-card p-5 sm:p-6">
      <figcaption>
        <h2 className="font-display text-2xl">{t("title")}</h2>
        <p className="sr-only">{t("sentence", { parts: format.list(parts, { type: "conjunction" }) })}</p>
      </figcaption>
      <GroupBar className="mt-4" counts={Object.fromEntries(groups.map(({ group, count }) => [group, count]))} />
      <ul className="mt-4 grid grid-cols-[repeat(auto-fill,minmax(min(100%,16rem),1fr))] gap-x-8 gap-y-1">
        {groups.map(({ group, count }) => (
          <li key={group}>
            <a
              className="flex min-h-11 flex-wrap items-center gap-x-3 rounded-md hover:text-ember-strong"
              href={`#group-${group}-people`}
            >
              <GroupMark group={group} />
              <span className="min-w-0 flex-1 basis-[8rem] underline decoration-line underline-offset-4">
                {name(group)}
              </span>
              <span className="font-semibold tabular-nums">{format.number(count)}</span>
            </a>
          </li>
        ))}
      </ul>
      <Disclosure className="mt-2 text-sm" summary={t("table")}>
        <table className="mt-2 w-full max-w-sm text-start">
          <thead>
            <tr className="border-line border-b">
              <th className="py-1 text-start" scope="col">
                {t("group")}
              </th>
              <th className="py-1 text-end" scope="col">
                {t("people")}
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.map(({ group, count }) => (
              <tr className="border-line border-b" key={group}>
                <th className="py-1 text-start font-normal" scope="row">
                  {name(group)}
                </th>
                <td className="py-1 text-end tabular-nums">{format.number(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </figure>
  );
}
