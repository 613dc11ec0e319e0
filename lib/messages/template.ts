import type { Acct } from "#lib/domain/evidence/evidence.ts";
import { countCharacters, countGraphemes, type PostLimits, USUAL_LIMITS } from "./count.ts";
import type { MessageLanguage } from "./language.ts";

/** One message in every language, fullest wording first. Names may be long, so a shorter one stands by. */
export type Template<Words> = Readonly<Record<MessageLanguage, readonly ((words: Words) => string)[]>>;

export type Draft = {
  readonly text: string;
  readonly counted: number;
  readonly limit: number;
  /** False only where even the shortest wording is too long: the writer has to cut it. */
  readonly fits: boolean;
  readonly language: MessageLanguage;
};

export type Writing = { readonly language?: MessageLanguage; readonly limits?: PostLimits };

/** The fullest wording that one post on the mover's server can hold. */
export function write<Words>(template: Template<Words>, words: Words, writing: Writing = {}): Draft {
  const limits = writing.limits ?? USUAL_LIMITS;
  return fitting(template, words, writing.language ?? "en", limits.maxCharacters, (text) =>
    countCharacters(text, limits),
  );
}

/** To one account, which the message names as its first word. */
export function writeTo<Words>(
  to: Acct | undefined,
  template: Template<Words>,
  words: Words,
  { language = "en", ...writing }: Writing = {},
): Draft {
  const wordings = template[language].map(
    (wording) => (each: Words) => (to ? `@${to} ${wording(each)}` : wording(each)),
  );
  return write({ ...template, [language]: wordings }, words, { ...writing, language });
}

/** A letter goes by mail: nothing is shortened for it but by its own cap. */
const LETTER_CAP = 5000;
export function writeLetter<Words>(template: Template<Words>, words: Words, language: MessageLanguage = "en"): Draft {
  return fitting(template, words, language, LETTER_CAP, countGraphemes);
}

function fitting<Words>(
  template: Template<Words>,
  words: Words,
  language: MessageLanguage,
  limit: number,
  count: (text: string) => number,
): Draft {
  const drafts = template[language].map((wording) => draft(wording(words), language, limit, count));
  return drafts.find(({ fits }) => fits) ?? drafts.at(-1) ?? draft("", language, limit, count);
}

function draft(text: string, language: MessageLanguage, limit: number, count: (text: string) => number): Draft {
  const counted = count(text);
  return { text, counted, limit, fits: counted <= limit, language };
}

/** Paragraphs that have something to say, a blank line between them. */
export const paragraphs = (...parts: readonly (string | false | undefined)[]): string =>
  parts.filter((part) => typeof part === "string" && part !== "").join("\n\n");
