import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn.ts";

/** 16 pixels at least: below that phones zoom into the page. */
export const inputLook =
  "block w-full rounded-lg border border-edge bg-card px-3.5 py-2.5 text-base text-ink placeholder:text-quiet aria-invalid:border-2 aria-invalid:border-alert";

type FieldProps = {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  problem?: string | undefined;
  /** More elements that describe the input, by id. */
  describedBy?: string;
  children: (input: Pick<ComponentProps<"input">, "id" | "aria-describedby" | "aria-invalid">) => ReactNode;
};

/** A label, the input, and below it what is wrong or what helps; tied together for those who do not see them together. */
export function Field({ id, label, hint, problem, describedBy, children }: FieldProps) {
  const said = [problem && `${id}-problem`, hint && `${id}-hint`, describedBy].filter(Boolean).join(" ");
  return (
    <div>
      <label className="mb-1.5 block font-semibold" htmlFor={id}>
        {label}
      </label>
      {children({ id, ...(said ? { "aria-describedby": said } : {}), ...(problem ? { "aria-invalid": true } : {}) })}
      {problem ? (
        <p className="mt-1.5 flex gap-1.5 font-semibold text-alert text-sm" id={`${id}-problem`}>
          <span aria-hidden="true">▲</span>
          {problem}
        </p>
      ) : null}
      {hint ? (
        <div className={cn("mt-1.5 text-quiet text-sm")} id={`${id}-hint`}>
          {hint}
        </div>
      ) : null}
    </div>
  );
}
