"use client";

import { useTranslations } from "next-intl";
import { TAGS } from "#components/ui/prose.tsx";
import type { HandlePreview } from "#lib/contract/preview.ts";

/** Never offers what a moved account cannot do where its server shuts it out of its settings. */
export default function HiddenList({ old }: { old: HandlePreview | undefined }) {
  const t = useTranslations("start.hidden");
  const open = canSwitch(old);
  return (
    <section className="note note--plain">
      <h2 className="font-semibold text-base">{t("title")}</h2>
      <p className="mt-1">{t(open ? "open" : "why")}</p>
      <ul className="mt-2 list-disc space-y-1.5 ps-5">
        {open ? <li>{t.rich("switch", TAGS)}</li> : null}
        <li>{t.rich("list", TAGS)}</li>
        <li>{t.rich("without", TAGS)}</li>
        {open ? null : <li>{t.rich("detour", TAGS)}</li>}
      </ul>
    </section>
  );
}

/** Nothing is closed before a move. */
const canSwitch = (old: HandlePreview | undefined): boolean => old?.movedTo === null || old?.closesAfterMove === false;
