"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Field, inputLook } from "#components/ui/field.tsx";
import type { StartQuery } from "../asked.ts";
import { useListFile } from "./use-list-file.ts";

/** What a file says of the list in it. */
type Said = { readonly kind: string; readonly takenAt: string };
const TYPED: Said = { kind: "list", takenAt: "" };
const saidBefore = ({ values }: StartQuery): Said => ({
  kind: values["before.kind"] ?? TYPED.kind,
  takenAt: values["before.takenAt"] ?? TYPED.takenAt,
});

/** Text that anybody can paste, and a file that is turned into such text: so the form needs no upload. */
export function ListField({ asked }: { asked: StartQuery }) {
  const t = useTranslations("start");
  const text = useRef<HTMLTextAreaElement>(null);
  // Not by hand into the fields: drawn again, a hidden one goes back to what it was drawn with.
  const [said, setSaid] = useState<Said>(saidBefore(asked));
  const { file, choose, forget } = useListFile((list) => {
    if (text.current) text.current.value = list.handles.join("\n");
    setSaid({ kind: list.kind, takenAt: list.takenAt ?? "" });
  });
  // What a file says of its list holds for no other one, and nobody knows how much of it is left.
  const typed = () => {
    setSaid(TYPED);
    forget();
  };
  const problem = asked.problems["before.handles"];
  return (
    <div>
      <Field
        hint={t("form.listHint")}
        id="before-handles"
        label={t("form.list")}
        problem={problem && t(`problem.${problem}`)}
      >
        {(described) => (
          <textarea
            {...described}
            autoCapitalize="none"
            className={`${inputLook} min-h-24 font-mono text-base`}
            defaultValue={asked.values["before.handles"]}
            dir="ltr"
            name="before.handles"
            onInput={typed}
            ref={text}
            rows={3}
            spellCheck={false}
          />
        )}
      </Field>
      <input name="before.kind" type="hidden" value={said.kind} />
      <input name="before.takenAt" type="hidden" value={said.takenAt} />
      <label className="btn btn--small mt-2 noscript:hidden has-[:focus-visible]:outline-2">
        {t("form.listFile")}
        <input
          accept=".csv,.txt,.json,text/csv,text/plain,application/json"
          className="sr"
          onChange={(event) => void choose(event.currentTarget.files?.[0])}
          type="file"
        />
      </label>
      <p className="hint" role="status">
        {file === "failed" ? t("form.listFailed") : null}
        {file && file !== "failed" ? t("form.listRead", { count: file.handles.length, file: file.name }) : null}
      </p>
    </div>
  );
}
