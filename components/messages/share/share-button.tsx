"use client";

import { useInBrowser } from "#components/ui/browser/use-in-browser.ts";
import { Button } from "#components/ui/button.tsx";
import { Drawing } from "#components/ui/drawing.tsx";
import { SHARE } from "#components/ui/shapes.ts";
import { defined } from "#lib/flow/defined.ts";

const canShare = () => typeof navigator.share === "function";

/** The device's own share sheet, where there is one. A link goes as a link: apps draw a card for it. */
export function ShareButton({ text, url, label }: { text: string; url?: string; label: string }) {
  const offered = useInBrowser(canShare);
  if (!offered) return null;
  // Closing the sheet rejects, and is nothing to tell anybody.
  const share = () => navigator.share({ text, ...defined({ url }) }).catch(() => undefined);
  return (
    <Button onClick={() => void share()} tone="plain">
      <Drawing path={SHARE} />
      {label}
    </Button>
  );
}
