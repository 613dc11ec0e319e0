import type { ComponentProps } from "react";
import { defined } from "#lib/flow/defined.ts";
import { cn } from "./cn.ts";

const TONES = { primary: "btn--main", plain: "", quiet: "btn--ghost" } as const;
const SIZES = { normal: "", small: "btn--small" } as const;

type Look = { tone?: keyof typeof TONES; size?: keyof typeof SIZES; className?: string | undefined };

/** The looks of a button, for links that act like one too. */
export const buttonLook = ({ tone = "primary", size = "normal", className }: Look = {}): string =>
  cn("btn", TONES[tone], SIZES[size], className);

/** A native button: it works before any script has arrived. */
export function Button({ className, tone, size, type = "button", ...rest }: ComponentProps<"button"> & Look) {
  const look = { className, ...defined({ tone, size }) };
  return <button className={buttonLook(look)} type={type} {...rest} />;
}
