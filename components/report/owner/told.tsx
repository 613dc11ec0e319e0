"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field, inputLook } from "#components/ui/field.tsx";
import { type Answer, useTold } from "./use-told.ts";

type ToldProps = { id: string; host: string; old: string; fresh: string };

/** An answer by hand, for servers that show strangers nothing. */
export function Told({ id, host, old, fresh }: ToldProps) {
  const t = useTranslations("server.told");
  const { state, send } = useTold(id, host);
  const [onOld, setOnOld] = useState<Answer>();
  const [onNew, setOnNew] = useState<Answer>();
  return (
    <section className="noscript:hidden max-w-3xl rounded-2xl border border-line bg-card p-5 sm:p-6 print:hidden">
      <h2 className="font-display text-2xl">{t("title")}</h2>
      <p className="mt-1 mb-4">{t("text")}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <Question id="told-old" label={t("onOld", { host, about: old })} onChoose={setOnOld} />
        <Question id="told-new" label={t("onNew", { host, about: fresh })} onChoose={setOnNew} />
      </div>
      <Button
        className="mt-4"
        disabled={state === "sending" || !(onOld ?? onNew)}
        onClick={() => void send(onOld, onNew)}
        tone="plain"
      >
        {t("send")}
      </Button>
      <p className="mt-2 min-h-6" role="status">
        {state === "sent" || state === "failed" ? t(state) : null}
      </p>
    </section>
  );
}

type QuestionProps = { id: string; label: string; onChoose: (answer: Answer) => void };

function Question({ id, label, onChoose }: QuestionProps) {
  const t = useTranslations("server.told");
  const choose = (value: string) => onChoose(value === "open" || value === "blocked" ? value : undefined);
  return (
    <Field id={id} label={label}>
      {({ id: own }) => (
        <select className={inputLook} defaultValue="" id={own} onChange={(event) => choose(event.currentTarget.value)}>
          <option value="">{t("unknown")}</option>
          <option value="open">{t("open")}</option>
          <option value="blocked">{t("blocked")}</option>
        </select>
      )}
    </Field>
  );
}
