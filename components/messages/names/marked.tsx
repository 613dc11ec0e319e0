"use client";

import { useTranslations } from "next-intl";
import { Address } from "#components/ui/address.tsx";
import { Button } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { displayAcct } from "#lib/domain/names/display-acct.ts";
import { NotKept } from "../not-kept.tsx";
import { useMarks } from "./use-marks.ts";

export type MarkedPeople = { readonly accts: readonly string[]; readonly total: number };

/** People who are not listed again, and the way back for a mark set by mistake. */
export function Marked({ id, asked, skipped }: { id: string; asked: MarkedPeople; skipped: MarkedPeople }) {
  const t = useTranslations("writing.asked");
  if (asked.total + skipped.total === 0) return null;
  return (
    <form action={`/check/${id}/messages/marks`} className="mt-6" method="post">
      {asked.total > 0 ? (
        <Disclosure summary={t("title", { count: asked.total })}>
          <p className="mt-1">{t("text")}</p>
          <MarkedList accts={asked.accts} id={id} undo="undo" />
        </Disclosure>
      ) : null}
      {skipped.total > 0 ? (
        <Disclosure summary={t("skipped", { count: skipped.total })}>
          <MarkedList accts={skipped.accts} id={id} undo="offer" />
        </Disclosure>
      ) : null}
    </form>
  );
}

function MarkedList({ id, accts, undo }: { id: string; accts: readonly string[]; undo: "undo" | "offer" }) {
  const t = useTranslations("writing.asked");
  const { mark, busy, failed } = useMarks(id);
  return (
    <ul className="mt-2 border-line border-t">
      {accts.map((acct) => (
        <li className="flex flex-wrap items-center justify-between gap-x-3 border-line border-b py-1" key={acct}>
          <Address {...displayAcct(acct)} />
          <Button
            aria-label={t(`${undo}Label`, { acct: `@${acct}` })}
            disabled={busy}
            name="free"
            onClick={(event) => {
              event.preventDefault();
              void mark([acct], null);
            }}
            size="small"
            tone="quiet"
            type="submit"
            value={acct}
          >
            {t(undo)}
          </Button>
          <NotKept failed={failed.includes(acct)} />
        </li>
      ))}
    </ul>
  );
}
