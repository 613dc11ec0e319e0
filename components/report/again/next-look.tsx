import { useTranslations } from "next-intl";
import type { CheckState } from "#lib/contract/check-state.ts";
import { LookDay } from "./look-day.tsx";

/** Below the headline: when the check looks again, and the way to turn that off. */
export function NextLook({ state: { state, looks } }: { state: CheckState }) {
  const t = useTranslations("report.looks");
  if (state !== "done" || looks?.next === undefined) return null;
  const { next } = looks;
  return (
    <p className="runline">
      <a href="#looks">{t.rich("next", { day: () => <LookDay at={next} /> })}</a>
    </p>
  );
}
