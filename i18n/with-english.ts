import type { Messages } from "./pseudo.ts";

/** A translation, with English where it has nothing, key by key. Keys that English has no more are dropped. */
export function withEnglish(english: Messages, translated: Messages | undefined): Messages {
  return Object.fromEntries(
    Object.entries(english).map(([key, words]) => {
      const own = translated?.[key];
      if (isSection(words)) return [key, withEnglish(words, isSection(own) ? own : undefined)];
      return [key, isSection(own) ? words : (own ?? words)];
    }),
  );
}

const isSection = (value: unknown): value is Messages =>
  typeof value === "object" && value !== null && !Array.isArray(value);
