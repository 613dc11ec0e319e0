"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Field, inputLook } from "#components/ui/field.tsx";
import type { StartQuery } from "../asked.ts";
import type { ReadList } from "./read-list.ts";
import { useListFile } from "./use-list-file.ts";

/** Text that anybody can paste, and a file that is turned into such text: so the form needs no upload. */
export function ListField({ asked }: { asked: StartQuery }) {
  const t = useTranslations("start");
  const text = useRef<HTMLTextAreaElement>(null);
  const kind = useRef<HTMLInputElement>(null);
  const takenAt = useRef<HTMLInputElement>(null);
  const say = (list: Pick<ReadList, "kind" | "takenAt">) => {
    if (kind.current) kind.current.value = list.kind;
    if (takenAt.current) takenAt.current.value = list.takenAt ?? "";
  };
  const { file, choose, forget } = useListFile((list) => {
    if (text.current) text.current.value = list.handles.join("\n");
    say(list);
  });
  // What a file says of its list holds for no other one, and nobody knows how much of it is left.
  const typed = () => {
    say({ kind: "list" });
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
      <input defaultValue={asked.values["before.kind"] ?? "list"} name="before.kind" ref={kind} type="hidden" />
      <input defaultValue={asked.values["before.takenAt"]} name="before.takenAt" ref={takenAt} type="hidden" />
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
