"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";

const CHOICES = [
  { id: "system", Icon: Monitor },
  { id: "light", Icon: Sun },
  { id: "dark", Icon: Moon },
] as const;

export type ThemeWords = { label: string; system: string; light: string; dark: string };

const never = () => () => {};

/** Words are handed in, so that this part needs no messages in the browser. */
export function ThemeSwitch({ words }: { words: ThemeWords }) {
  const { theme, setTheme } = useTheme();
  // The server knows no choice: it marks none, and so does the first render in the browser.
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <fieldset className="flex rounded-full border border-line bg-card p-0.5 print:hidden">
      <legend className="sr-only">{words.label}</legend>
      {CHOICES.map(({ id, Icon }) => (
        <button
          aria-label={words[id]}
          aria-pressed={inBrowser && theme === id}
          className="grid size-9 cursor-pointer place-items-center rounded-full text-quiet hover:text-ink aria-pressed:bg-sunk aria-pressed:text-ember-strong"
          key={id}
          onClick={() => setTheme(id)}
          title={words[id]}
          type="button"
        >
          <Icon aria-hidden className="size-4" />
        </button>
      ))}
    </fieldset>
  );
}
