"use client";

import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import { Field, inputLook } from "#components/ui/field.tsx";
import { readCheckLink } from "./check-link.ts";
import { handOverKey } from "./use-session.ts";

/** For a link that was cut off on its way here, or that is kept somewhere else: the key goes no further than it has to. */
export function PasteLink({ id }: { id: string }) {
  const t = useTranslations("check.gate");
  const [problem, setProblem] = useState<"notLink" | "wrong" | "failed">();
  const open = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const link = readCheckLink(String(new FormData(event.currentTarget).get("link") ?? ""), id);
    if (!link) return setProblem("notLink");
    const answer = await handOverKey(link.id, link.key);
    if (answer === "opened") location.assign(`/check/${link.id}`);
    else setProblem(answer);
  };
  return (
    <form className="key-form noscript:hidden" onSubmit={(event) => void open(event)}>
      <Field id="link" label={t("paste")} problem={problem ? t(problem) : undefined}>
        {(input) => (
          <div className="copyline">
            <input {...input} autoComplete="off" className={inputLook} dir="ltr" name="link" spellCheck={false} />
            <button className="btn" type="submit">
              {t("open")}
            </button>
          </div>
        )}
      </Field>
    </form>
  );
}
