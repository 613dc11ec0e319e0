"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { Address } from "#components/ui/address.tsx";
import { readPairs } from "#components/ui/browser/recent-pairs.ts";
import { Button } from "#components/ui/button.tsx";
import { initialsOf } from "#components/ui/initials.ts";
import { userOf } from "#lib/domain/names/acct.ts";
import { displayAcct } from "#lib/domain/names/display-acct.ts";
import { useForget } from "./use-forget.ts";

export default function RecentList({ stored }: { stored: string }) {
  const t = useTranslations("start.recent");
  const { done, forget } = useForget();
  const pairs = useMemo(() => readPairs(stored), [stored]);
  if (done === "forgotten") return <p className="hint">{t("forgotten")}</p>;
  if (pairs.length === 0) return null;
  return (
    <section aria-labelledby="recent" className="recent">
      <h3 id="recent">{t("title")}</h3>
      <ul className="recent__list">
        {pairs.map((pair) => (
          <Pair key={pair.id} {...pair} />
        ))}
      </ul>
      <Button disabled={done === "busy"} onClick={() => void forget()} size="small" tone="quiet">
        {t("forget")}
      </Button>
      {done === "failed" ? <p className="hint">{t("failed")}</p> : null}
    </section>
  );
}

function Pair({ id, old, new: fresh, at }: ReturnType<typeof readPairs>[number]) {
  const day = new Intl.DateTimeFormat(useLocale(), { dateStyle: "medium" });
  const name = fresh ?? old;
  return (
    <li>
      <a href={`/check/${id}`}>
        <span aria-hidden="true" className="face face--s">
          {initialsOf(userOf(name))}
        </span>
        <span>
          <Address {...displayAcct(name)} />
          <small>
            {fresh ? (
              <>
                <Address {...displayAcct(old)} /> ·{" "}
              </>
            ) : null}
            <time dateTime={at}>{day.format(new Date(at))}</time>
          </small>
        </span>
      </a>
    </li>
  );
}
