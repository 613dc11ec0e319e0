import { useTranslations } from "next-intl";
import type { CheckState } from "#lib/contract/check-state.ts";
import { LooksSwitch } from "./looks-switch.tsx";
import { Trend } from "./trend.tsx";

/** What became of the numbers so far, and when the check looks again. */
export function OverTime({ state }: { state: CheckState }) {
  const t = useTranslations("report.looks");
  if (!state.looks || state.history.length === 0) return null;
  return (
    <section aria-labelledby="looks" className="section stack">
      <h2 id="looks">{t("title")}</h2>
      <Trend history={state.history} />
      {state.state === "done" ? <LooksSwitch id={state.id} looks={state.looks} /> : null}
    </section>
  );
}
