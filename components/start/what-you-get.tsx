import { useTranslations } from "next-intl";
import { GroupBar } from "#components/ui/group-bar.tsx";
import { GroupMark } from "#components/ui/group-mark.tsx";

const SAMPLE = { you: 14, follower: 57, admin: 21, nobody: 8, unknown: 12 } as const;
const ROWS = ["you", "follower", "admin", "nobody", "unknown"] as const;
const PROMISES = ["numbers", "reasons", "help"] as const;

/** A made-up result in small, marked as such: it says faster than words what a check gives. */
export function WhatYouGet() {
  const t = useTranslations("start.get");
  return (
    <aside aria-labelledby="get" className="lg:pt-7">
      <h2 className="font-semibold" id="get">
        {t("title")}
      </h2>
      <figure className="mt-3 rounded-xl border border-line bg-card p-5">
        <figcaption className="flex flex-wrap items-start justify-between gap-3">
          <span className="min-w-0 flex-1 basis-[9rem] font-display text-xl leading-snug">{t("headline")}</span>
          <span className="rounded-full bg-sunk px-2.5 py-0.5 text-quiet text-xs">{t("example")}</span>
        </figcaption>
        <GroupBar className="mt-4" counts={SAMPLE} />
        <ul className="mt-4 space-y-2 text-sm">
          {ROWS.map((group) => (
            <li className="flex flex-wrap items-center gap-x-3" key={group}>
              <GroupMark group={group} />
              <span className="min-w-0 flex-1 basis-[8rem]">{t(`rows.${group}`)}</span>
              <span className="font-semibold tabular-nums">{SAMPLE[group]}</span>
            </li>
          ))}
        </ul>
      </figure>
      <ul className="mt-5 space-y-2 text-quiet text-sm">
        {PROMISES.map((promise) => (
          <li className="border-ember border-s-2 ps-3" key={promise}>
            {t(promise)}
          </li>
        ))}
      </ul>
    </aside>
  );
}
