"use client";

import { ThemeProvider } from "next-themes";
import type { ReactNode } from "react";

/**
 * Sets the chosen theme before the first paint; without a choice or a script the style sheet follows the system. Transitions
 * stay on: switching them off costs every page a second look at all its styles while it starts.
 */
export function Theme({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  return (
    <ThemeProvider
      attribute="data-theme"
      defaultTheme="system"
      enableColorScheme={false}
      storageKey="housewarming.theme"
      {...(nonce ? { nonce } : {})}
    >
      {children}
    </ThemeProvider>
  );
}
