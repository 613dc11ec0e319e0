"use client";

import { AlertDialog as Base } from "@base-ui/react/alert-dialog";
import type { ComponentProps, RefObject } from "react";
import { cn } from "./cn.ts";

/** A question that has to be answered before anything else goes on. Focus, escape and the way back are Base UI's. */
export const AlertDialog = Base.Root;
export const AlertDialogClose = Base.Close;

type ContentProps = ComponentProps<"div"> & { back: RefObject<HTMLElement | null> };

export function AlertDialogContent({ className, back, ...rest }: ContentProps) {
  return (
    <Base.Portal>
      <Base.Backdrop className="fixed inset-0 z-20 bg-[rgb(0_0_0/0.55)]" />
      <Base.Popup
        className={cn(
          "fixed inset-x-4 top-1/4 z-20 mx-auto max-h-[70dvh] max-w-md overflow-auto rounded-2xl border border-edge bg-card p-6 text-ink shadow-xl",
          className,
        )}
        finalFocus={back}
        {...rest}
      />
    </Base.Portal>
  );
}

export function AlertDialogTitle({ className, ...rest }: ComponentProps<"h2">) {
  return <Base.Title className={cn("font-display text-2xl", className)} {...rest} />;
}

export function AlertDialogDescription({ className, ...rest }: ComponentProps<"p">) {
  return <Base.Description className={cn("mt-2", className)} {...rest} />;
}
