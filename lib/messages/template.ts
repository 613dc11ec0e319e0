import type { FollowerLocale } from "#i18n/locales.ts";
import type { Writer } from "#i18n/say.ts";
import type { Acct } from "#lib/domain/names/spellings.ts";
import { countCharacters, countGraphemes, type PostLimits, USUAL_LIMITS } from "./count.ts";

/** One message, fullest wording first. Names may be long, so a shorter one stands by. */
export type Template<Words> = readonly ((words: Words, writer: Writer) => string)[];

export type Draft = {
  readonly text: string;
  readonly counted: number;
  readonly limit: number;
  /** False only where even the shortest wording is too long: the writer has to cut it. */
  readonly fits: boolean;
  readonly language: FollowerLocale;
};

/** The language of a message is chosen for it; it need not be the page's. */
export type Writing = { readonly writer: Writer; readonly limits?: PostLimits };

/** The fullest wording that one post on the mover's server can hold. */
export function write<Words>(
  template: Template<Words>,
  words: Words,
  { writer, limits = USUAL_LIMITS }: Writing,
): Draft {
  return fitting(template, words, writer, limits.maxCharacters, (text) => countCharacters(text, limits));
}

/** To one account, which the message names as its first word. */
export function writeTo<Words>(to: Acct | undefined, template: Template<Words>, words: Words, writing: Writing): Draft {
  const named: Template<Words> = template.map(
    (wording) => (each, writer) => (to ? `@${to} ${wording(each, writer)}` : wording(each, writer)),
  );
  return write(named, words, writing);
}

/** A letter goes by mail: nothing is shortened for it but by its own cap. */
const LETTER_CAP = 5000;
export function writeLetter<Words>(template: Template<Words>, words: Words, { writer }: Writing): Draft {
  return fitting(template, words, writer, LETTER_CAP, countGraphemes);
}

function fitting<Words>(
  template: Template<Words>,
  words: Words,
  writer: Writer,
  limit: number,
  count: (text: string) => number,
): Draft {
  const drafts = template.map((wording) => draft(wording(words, writer), writer, limit, count));
  return drafts.find(({ fits }) => fits) ?? drafts.at(-1) ?? draft("", writer, limit, count);
}

function draft(text: string, { language }: Writer, limit: number, count: (text: string) => number): Draft {
  const counted = count(text);
  return { text, counted, limit, fits: counted <= limit, language };
}

/** Paragraphs that have something to say, a blank line between them. */
export const paragraphs = (...parts: readonly (string | false | undefined)[]): string =>
  parts.filter((part) => typeof part === "string" && part !== "").join("\n\n");

/** What a text is told where it has nothing to name: its words branch on it. */
export const NONE = "none";
