import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn.ts";
import { Drawing } from "./drawing.tsx";
import { WARN } from "./shapes.ts";

/** 16 pixels at least: below that phones zoom into the page. */
export const inputLook = "input";

/** An address or the name of a server is typed: no phone may mend it. */
export const addressInput = {
  ...{ autoCapitalize: "none", autoComplete: "off", autoCorrect: "off", spellCheck: false },
  ...{ className: inputLook, dir: "ltr", type: "text" },
} as const;

type FieldProps = {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  problem?: string | undefined;
  /** More elements that describe the input, by id. */
  describedBy?: string;
  className?: string;
  children: (input: Pick<ComponentProps<"input">, "id" | "aria-describedby" | "aria-invalid">) => ReactNode;
};

/** A label, the input, and below it what is wrong or what helps; tied together for those who do not see them together. */
export function Field({ id, label, hint, problem, describedBy, className, children }: FieldProps) {
  const said = [problem && `${id}-problem`, hint && `${id}-hint`, describedBy].filter(Boolean).join(" ");
  return (
    <div className={cn("field", className)}>
      <label htmlFor={id}>{label}</label>
      {children({ id, ...(said ? { "aria-describedby": said } : {}), ...(problem ? { "aria-invalid": true } : {}) })}
      {problem ? (
        <p className="error" id={`${id}-problem`}>
          <Drawing path={WARN} />
          {problem}
        </p>
      ) : null}
      {hint ? (
        <div className="hint" id={`${id}-hint`}>
          {hint}
        </div>
      ) : null}
    </div>
  );
}
