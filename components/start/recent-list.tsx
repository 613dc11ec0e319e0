"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { Address } from "#components/ui/address.tsx";
import { Button } from "#components/ui/button.tsx";
import { readPairs } from "#components/ui/recent-pairs.ts";
import { serverOf } from "#lib/domain/names/acct.ts";
import { displayHost } from "#lib/domain/names/host.ts";
import { useForget } from "./use-forget.ts";

export default function RecentList({ stored }: { stored: string }) {
  const t = useTranslations("start.recent");
  const { done, forget } = useForget();
  const pairs = useMemo(() => readPairs(stored), [stored]);
  if (done === "forgotten") return <p className="mt-8 text-quiet text-sm">{t("forgotten")}</p>;
  if (pairs.length === 0) return null;
  return (
    <section className="mt-10">
      <h2 className="font-semibold">{t("title")}</h2>
      <ul className="mt-2 divide-y divide-line">
        {pairs.map((pair) => (
          <Pair key={pair.id} {...pair} />
        ))}
      </ul>
      <Button className="mt-2 -ms-5 text-sm" disabled={done === "busy"} onClick={() => void forget()} tone="quiet">
        {t("forget")}
      </Button>
      {done === "failed" ? <p className="text-sm">{t("failed")}</p> : null}
    </section>
  );
}

function Pair({ id, old, new: fresh, at }: ReturnType<typeof readPairs>[number]) {
  const day = new Intl.DateTimeFormat(useLocale(), { dateStyle: "medium" });
  return (
    <li>
      <a className="flex flex-wrap items-baseline gap-x-3 py-2.5 hover:text-ember-strong" href={`/check/${id}`}>
        <span>
          <Address acct={old} host={displayHost(serverOf(old))} />
          {fresh ? (
            <>
              {" → "}
              <Address acct={fresh} host={displayHost(serverOf(fresh))} />
            </>
          ) : null}
        </span>
        <time className="text-quiet text-sm" dateTime={at}>
          {day.format(new Date(at))}
        </time>
      </a>
    </li>
  );
}
