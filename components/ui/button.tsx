import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "./cn.ts";

/** The looks of a button, for links that act like one too. */
export const buttonLook = cva(
  "inline-flex cursor-pointer items-center justify-center gap-2 rounded-lg text-center font-semibold no-underline transition-colors disabled:cursor-default disabled:opacity-60 print:hidden",
  {
    variants: {
      tone: {
        primary: "border border-transparent bg-ember text-on-ember hover:bg-ember-strong",
        plain: "border border-edge bg-card text-ink hover:border-ember hover:text-ember-strong",
        quiet: "border border-transparent text-ember underline underline-offset-4 hover:text-ember-strong",
      },
      size: { normal: "min-h-11 px-5 py-2", small: "min-h-9 px-3 py-1 text-sm" },
    },
    defaultVariants: { tone: "primary", size: "normal" },
  },
);

type ButtonProps = ComponentProps<"button"> & VariantProps<typeof buttonLook>;

/** A native button: it works before any script has arrived. */
export function Button({ className, tone, size, type = "button", ...rest }: ButtonProps) {
  return <button className={cn(buttonLook({ tone, size }), className)} type={type} {...rest} />;
}
