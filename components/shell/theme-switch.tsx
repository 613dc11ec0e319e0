"use client";

import { useTheme } from "next-themes";
import { type ReactNode, useSyncExternalStore } from "react";

const CHOICES = ["system", "light", "dark"] as const;
type ThemeChoice = { label: string; icon: ReactNode };

const never = () => () => {};

type ThemeSwitchProps = { label: string; choices: Readonly<Record<(typeof CHOICES)[number], ThemeChoice>> };

/** Words and icons are handed in drawn, so that the browser needs no code for either. */
export function ThemeSwitch({ label, choices }: ThemeSwitchProps) {
  const { theme, setTheme } = useTheme();
  // The server knows no choice: it marks none, and so does the first render in the browser.
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <fieldset className="noscript:hidden flex rounded-full border border-line bg-card p-0.5 print:hidden">
      <legend className="sr-only">{label}</legend>
      {CHOICES.map((id) => (
        <button
          aria-label={choices[id].label}
          aria-pressed={inBrowser && theme === id}
          className="grid size-9 cursor-pointer place-items-center rounded-full text-quiet hover:text-ink aria-pressed:bg-sunk aria-pressed:text-ember-strong forced-colors:aria-pressed:bg-[Highlight] forced-colors:aria-pressed:text-[HighlightText]"
          key={id}
          onClick={() => setTheme(id)}
          title={choices[id].label}
          type="button"
        >
          {choices[id].icon}
        </button>
      ))}
    </fieldset>
  );
}
