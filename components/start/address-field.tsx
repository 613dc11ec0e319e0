"use client";

import { useTranslations } from "next-intl";
import type { Ref } from "react";
import { cn } from "#components/ui/cn.ts";
import { Field, inputLook } from "#components/ui/field.tsx";
import { PreviewLine } from "./preview-line.tsx";
import type { ProblemCode } from "./problems.ts";
import type { Look } from "./use-preview.ts";

type AddressFieldProps = {
  name: "old" | "new";
  input: Ref<HTMLInputElement>;
  initial: string | undefined;
  problem: ProblemCode | undefined;
  look: Look;
  host: string | undefined;
  onType: (text: string) => void;
  onLeave: () => void;
};

/** The input keeps its own text: what was typed before the script arrived stays. */
export function AddressField({ name, input, initial, problem, look, host, onType, onLeave }: AddressFieldProps) {
  const t = useTranslations("start");
  return (
    <div>
      <Field
        describedBy={`${name}-preview`}
        id={name}
        label={t(`form.${name}`)}
        problem={problem && t(`problem.${problem}`)}
      >
        {(described) => (
          <input
            {...described}
            autoCapitalize="none"
            autoComplete="off"
            autoCorrect="off"
            className={cn(inputLook, "text-start")}
            defaultValue={initial}
            dir="ltr"
            enterKeyHint="go"
            inputMode="email"
            maxLength={2000}
            name={name}
            onBlur={onLeave}
            onInput={(event) => onType(event.currentTarget.value)}
            ref={input}
            required={name === "old"}
            spellCheck={false}
            type="text"
          />
        )}
      </Field>
      <PreviewLine hint={t(`form.${name}Hint`)} host={host} id={`${name}-preview`} look={look} side={name} />
    </div>
  );
}
