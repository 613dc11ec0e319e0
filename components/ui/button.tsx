import type { ComponentProps } from "react";
import { cn } from "./cn.ts";

const SHAPE =
  "inline-flex max-w-full cursor-pointer items-center justify-center gap-2 rounded-lg text-center [overflow-wrap:anywhere] font-semibold no-underline transition-colors disabled:cursor-default disabled:opacity-60 print:hidden";
const TONES = {
  primary: "border border-transparent bg-ember text-on-ember hover:bg-ember-strong",
  plain: "border border-edge bg-card text-ink hover:border-ember hover:text-ember-strong",
  quiet: "border border-transparent text-ember underline underline-offset-4 hover:text-ember-strong",
} as const;
const SIZES = { normal: "min-h-11 px-5 py-2", small: "min-h-9 px-3 py-1 text-sm" } as const;

type Look = { tone?: keyof typeof TONES; size?: keyof typeof SIZES; className?: string | undefined };

/** The looks of a button, for links that act like one too. */
export const buttonLook = ({ tone = "primary", size = "normal", className }: Look = {}): string =>
  cn(SHAPE, TONES[tone], SIZES[size], className);

/** A native button: it works before any script has arrived. */
export function Button({ className, tone, size, type = "button", ...rest }: ComponentProps<"button"> & Look) {
  const look = { className, ...(tone ? { tone } : {}), ...(size ? { size } : {}) };
  return <button className={buttonLook(look)} type={type} {...rest} />;
}
