"use client";

import { useState } from "react";
import { Button } from "./button.tsx";
import { Drawing } from "./drawing.tsx";
import { CHECK, COPY } from "./shapes.ts";

type CopyButtonProps = { text: string; label: string; done: string; from?: string; tone?: "primary" | "plain" };

/** Where the clipboard is closed (plain http in a home network) the text is selected instead, ready for the keys. */
export function CopyButton({ text, label, done, from, tone = "plain" }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      const field = from ? document.getElementById(from) : null;
      if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) field.select();
    }
  };
  return (
    <Button className="noscript:hidden" onClick={() => void copy()} tone={tone}>
      <Drawing path={copied ? CHECK : COPY} />
      <span aria-live="polite">{copied ? done : label}</span>
    </Button>
  );
}
