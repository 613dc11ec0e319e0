import { useTranslations } from "next-intl";
import type { CheckState } from "#lib/contract/check-state.ts";
import { LookDay } from "./look-day.tsx";

type Looks = NonNullable<CheckState["looks"]>;

/** One press turns it on or off, with a script and without. */
export function LooksSwitch({ id, looks: { on, next } }: { id: string; looks: Looks }) {
  const t = useTranslations("report.looks");
  const stops = on && next !== undefined;
  return (
    <form action={`/check/${id}/own`} className="stack print:hidden" method="post">
      <p>{stops ? t.rich("next", { day: () => <LookDay at={next} /> }) : t(on ? "ended" : "off")}</p>
      <p className="hint">{t("how")}</p>
      <p className="btns">
        <button className="btn btn--small" name="do" type="submit" value={stops ? "looks-off" : "looks-on"}>
          {t(stops ? "turnOff" : on ? "goOn" : "turnOn")}
        </button>
      </p>
    </form>
  );
}
