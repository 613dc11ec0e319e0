"use client";

import { useTranslations } from "next-intl";
import { TAGS } from "#components/ui/prose.tsx";

/** Never offers what a moved account cannot do: it has no privacy settings and signs in nowhere. */
export default function HiddenList() {
  const t = useTranslations("start.hidden");
  return (
    <section className="rounded-lg border-ember border-s-4 bg-warm px-4 py-3 text-sm">
      <h2 className="font-semibold text-base">{t("title")}</h2>
      <p className="mt-1">{t("why")}</p>
      <ul className="mt-2 list-disc space-y-1.5 ps-5">
        <li>{t.rich("list", TAGS)}</li>
        <li>{t.rich("without", TAGS)}</li>
        <li>{t.rich("detour", TAGS)}</li>
      </ul>
    </section>
  );
}
