"use client";

import { type ReactNode, useSyncExternalStore } from "react";
import { THEMES, type ThemeName, themeChoice } from "./theme-choice.ts";

/** `words` say which theme is on; the icon is handed in drawn, so that the browser needs no code for it. */
type ThemeSwitchProps = { icon: ReactNode; words: Readonly<Record<ThemeName, string>> };

/** One button that goes through the three themes. */
export function ThemeSwitch({ icon, words }: ThemeSwitchProps) {
  // The server knows no choice, and the first render in the browser must match it.
  const theme = useSyncExternalStore(themeChoice.follow, themeChoice.read, () => "system" as const);
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "system";
  return (
    <button
      className="noscript:hidden"
      data-theme-button={theme}
      onClick={() => themeChoice.choose(next)}
      type="button"
    >
      {icon}
      <span>{words[theme]}</span>
    </button>
  );
}
