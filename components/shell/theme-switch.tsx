"use client";

import { type ReactNode, useSyncExternalStore } from "react";
import { THEMES, type ThemeName, themeChoice } from "./theme-choice.ts";

type ThemeChoice = { label: string; icon: ReactNode };
type ThemeSwitchProps = { label: string; choices: Readonly<Record<ThemeName, ThemeChoice>> };

/** Words and icons are handed in drawn, so that the browser needs no code for either. */
export function ThemeSwitch({ label, choices }: ThemeSwitchProps) {
  // The server knows no choice: it marks none, and so does the first render in the browser.
  const theme = useSyncExternalStore(themeChoice.follow, themeChoice.read, () => null);
  return (
    <fieldset className="noscript:hidden flex rounded-full border border-line bg-card p-0.5 print:hidden">
      <legend className="sr-only">{label}</legend>
      {THEMES.map((id) => (
        <button
          aria-label={choices[id].label}
          aria-pressed={theme === id}
          className="grid size-9 cursor-pointer place-items-center rounded-full text-quiet hover:text-ink aria-pressed:bg-sunk aria-pressed:text-ember-strong forced-colors:aria-pressed:bg-[Highlight] forced-colors:aria-pressed:text-[HighlightText]"
          key={id}
          onClick={() => themeChoice.choose(id)}
          title={choices[id].label}
          type="button"
        >
          {choices[id].icon}
        </button>
      ))}
    </fieldset>
  );
}
