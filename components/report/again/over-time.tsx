import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Fold } from "#components/ui/fold.tsx";
import { languageTag } from "#i18n/locales.ts";
import type { CheckState } from "#lib/contract/check-state.ts";
import { LooksLine, LooksSwitch } from "./looks-switch.tsx";
import { PushSwitch } from "./push/push-switch.tsx";
import { Trend } from "./trend.tsx";
import { trendShape } from "./trend-shape.ts";

/** What became of the numbers so far, and when the check looks again. Before there is anything to draw it is one line. */
export function OverTime({ state }: { state: CheckState }) {
  const t = useTranslations("report.looks");
  if (!state.looks || state.history.length === 0) return null;
  const more = (
    <>
      {state.state === "done" ? <LooksSwitch id={state.id} looks={state.looks} /> : null}
      {state.feed ? <Notices feed={state.feed} state={state} /> : null}
    </>
  );
  if (!trendShape(state.history))
    return (
      <Fold className="section" id="looks" summary={<LooksLine looks={state.looks} />}>
        {more}
      </Fold>
    );
  return (
    <section aria-labelledby="looks" className="section stack">
      <h2 id="looks">{t("title")}</h2>
      <Trend history={state.history} />
      <p>
        <LooksLine looks={state.looks} />
      </p>
      {more}
    </section>
  );
}

/** To hear of it without a mail: nobody is asked for an address. */
function Notices({ feed, state: { id, looks, pushKey } }: { feed: string; state: CheckState }) {
  const t = useTranslations("report.looks");
  const language = languageTag(useLocale());
  return (
    <div className="stack print:hidden">
      <div className="btns">
        <a className="btn btn--small" href={`${feed}&lang=${language}`}>
          {t("feed")}
        </a>
        <a className="btn btn--small" download href={`/api/checks/${id}/calendar.ics`}>
          {t("calendar")}
        </a>
      </div>
      <p className="hint">{t("feedText")}</p>
      {pushKey && looks?.next !== undefined ? <Push told={{ id, pushKey, language }} /> : null}
    </div>
  );
}

/** Where no further look is planned there is nothing to be told. */
function Push({ told }: Pick<ComponentProps<typeof PushSwitch>, "told">) {
  const t = useTranslations("report.looks");
  const words = {
    ...{ start: t("notify"), stop: t("notifyStop"), off: t("notifyText"), on: t("notifyOn") },
    ...{ denied: t("notifyDenied"), full: t("notifyFull"), failed: t("notifyFailed") },
  };
  return (
    <div className="btns">
      <PushSwitch told={told} words={words} />
    </div>
  );
}
