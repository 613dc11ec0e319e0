"use client";

import { useTranslations } from "next-intl";
import type { Ref } from "react";
import { addressInput, Field } from "#components/ui/field.tsx";
import { PreviewLine } from "./preview/preview-line.tsx";
import type { Look } from "./preview/use-preview.ts";
import type { ProblemCode } from "./problems.ts";

type AddressFieldProps = {
  name: "old" | "new";
  input: Ref<HTMLInputElement>;
  initial: string | undefined;
  problem: ProblemCode | undefined;
  look: Look;
  host: string | undefined;
  /** The old account was read and points nowhere. */
  missing?: boolean;
  onType: (text: string) => void;
  onLeave: () => void;
  onUse: (address: string) => void;
};

/** The input keeps its own text: what was typed before the script arrived stays. */
export function AddressField(props: AddressFieldProps) {
  const { name, input, initial, problem, look, host, missing, onType, onLeave, onUse } = props;
  const t = useTranslations("start");
  const label = name === "new" ? t("form.new") : <Both moved={t("form.old")} planned={t("planned.old")} />;
  const newHint = t(missing ? "form.newNotFound" : "form.newHint");
  const hint = name === "new" ? newHint : <Both moved={t("form.oldHint")} planned={t("planned.oldHint")} />;
  return (
    <Field describedBy={`${name}-preview`} id={name} label={label} problem={problem && t(`problem.${problem}`)}>
      {(described) => (
        <>
          <input
            {...described}
            {...addressInput}
            className={name === "old" ? "input input--big" : "input"}
            defaultValue={initial}
            enterKeyHint="go"
            inputMode="email"
            maxLength={2000}
            name={name}
            onBlur={onLeave}
            onInput={(event) => onType(event.currentTarget.value)}
            placeholder="@you@your.server"
            ref={input}
            required={name === "old"}
          />
          <PreviewLine hint={hint} host={host} id={`${name}-preview`} look={look} onUse={onUse} side={name} />
        </>
      )}
    </Field>
  );
}

const Both = ({ moved, planned }: { moved: string; planned: string }) => (
  <>
    <span className="moved">{moved}</span>
    <span className="planned">{planned}</span>
  </>
);
