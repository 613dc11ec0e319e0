import { useTranslations } from "next-intl";
import type { CheckState } from "#lib/contract/check-state.ts";
import { LookDay } from "./look-day.tsx";

type Looks = NonNullable<CheckState["looks"]>;

/** When it looks again, or that it does not. */
export function LooksLine({ looks }: { looks: Looks }) {
  const t = useTranslations("report.looks");
  const { on, next } = looks;
  return on && next !== undefined ? t.rich("next", { day: () => <LookDay at={next} /> }) : t(on ? "ended" : "off");
}

/** One press turns it on or off, with a script and without. */
export function LooksSwitch({ id, looks }: { id: string; looks: Looks }) {
  const t = useTranslations("report.looks");
  const stops = looks.on && looks.next !== undefined;
  return (
    <form action={`/check/${id}/own`} className="stack print:hidden" method="post">
      <p className="hint">{t("how")}</p>
      <p className="btns">
        <button className="btn btn--small" name="do" type="submit" value={stops ? "looks-off" : "looks-on"}>
          {t(stops ? "turnOff" : looks.on ? "goOn" : "turnOn")}
        </button>
      </p>
    </form>
  );
}
