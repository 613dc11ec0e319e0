import { useTranslations } from "next-intl";
import { usePlainDay } from "#components/ui/time/plain-day.ts";
import { displayHost } from "#lib/domain/names/host.ts";
import type { PlanScene } from "./plan-scene.ts";

/** Another server or another day: a form that asks for the page anew. */
export function PlanForm({ scene: { checkPath, comparison, plan, to } }: { scene: PlanScene }) {
  const t = useTranslations("movePlan");
  const words = usePlainDay("short");
  return (
    <form action={`${checkPath}/plan`} className="plan-form print:hidden">
      <div className="field">
        <label htmlFor="plan-to">{t("which")}</label>
        <select className="input" defaultValue={to.server} id="plan-to" name="to">
          {comparison.candidates.map(({ candidate }) => (
            <option key={candidate.server} value={candidate.server}>
              {displayHost(candidate.server).shown}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="plan-day">{t("day")}</label>
        <input
          aria-describedby="plan-day-hint"
          className="input"
          defaultValue={plan.moveDay}
          id="plan-day"
          min={plan.earliest}
          name="day"
          type="date"
        />
      </div>
      <button className="btn" type="submit">
        {t("apply")}
      </button>
      <p className="hint" id="plan-day-hint">
        {t("dayHint", { earliest: words(plan.earliest) })}
      </p>
    </form>
  );
}
