"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Answer, useTold } from "./use-told.ts";

type ToldProps = { id: string; host: string; old: string; fresh: string };

/** An answer by hand, for servers that show strangers nothing. */
export function Told({ id, host, old, fresh }: ToldProps) {
  const t = useTranslations("server.told");
  const { state, send } = useTold(id, host);
  const [onOld, setOnOld] = useState<Answer>();
  const [onNew, setOnNew] = useState<Answer>();
  return (
    <section className="card noscript:hidden print:hidden" id="told">
      <h2 className="h-small">{t("title")}</h2>
      <p className="quiet card-lead">{t("text")}</p>
      <div className="stack">
        <Question id="told-old" label={t("onOld", { host, about: old })} onChoose={setOnOld} />
        <Question id="told-new" label={t("onNew", { host, about: fresh })} onChoose={setOnNew} />
        <button
          className="btn"
          disabled={state === "sending" || !(onOld ?? onNew)}
          onClick={() => void send(onOld, onNew)}
          type="button"
        >
          {t("send")}
        </button>
        <p role="status">{state === "sent" || state === "failed" ? t(state) : null}</p>
      </div>
    </section>
  );
}

type QuestionProps = { id: string; label: string; onChoose: (answer: Answer) => void };

function Question({ id, label, onChoose }: QuestionProps) {
  const t = useTranslations("server.told");
  const choose = (value: string) => onChoose(value === "open" || value === "blocked" ? value : undefined);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select className="input" defaultValue="" id={id} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{t("unknown")}</option>
        <option value="open">{t("open")}</option>
        <option value="blocked">{t("blocked")}</option>
      </select>
    </div>
  );
}
