import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FOLLOWER_LOCALES, type FollowerLocale, isInterfaceLocale } from "#i18n/locales.ts";

/** What somebody sees who is sent a link, a card or a message, and never opens the rest. */
const FOLLOWER_SECTIONS: ReadonlySet<string> = new Set([
  ...["site", "notFound", "error", "plain", "groups", "certainty", "reach", "gap", "causes", "maybe"],
  ...["onePersonBlock", "writing", "texts", "sharePage", "remove"],
]);
/** Below this a language is not shown: a page half in English helps nobody. */
export const LEAST_SHOWN = 0.9;

export type Texts = Readonly<Record<string, string>>;
type Section = { readonly [key: string]: string | Section };

const FOLDER = join(import.meta.dirname, "../../i18n");
const read = (file: string) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {});

export const textsOf = (locale: FollowerLocale): Texts => flat(read(join(FOLDER, `${locale}.json`)));

/** `{a: {b: "x"}}` is `{"a.b": "x"}`. */
export function flat(section: Section, above = ""): Texts {
  return Object.assign(
    {},
    ...Object.entries(section).map(([key, value]) =>
      typeof value === "string" ? { [above + key]: value } : flat(value, `${above}${key}.`),
    ),
  );
}

export type Completion = {
  readonly locale: FollowerLocale;
  readonly wanted: number;
  /** Of the wanted ones. */
  readonly missing: readonly string[];
  /** Their English is another since they were translated, or nobody wrote down of which English they are. */
  readonly changed: readonly string[];
  /** Keys that English has no more. */
  readonly unknown: readonly string[];
  readonly share: number;
};

export function completionOf(locale: FollowerLocale, english: Texts, texts: Texts, base: Texts): Completion {
  const wanted = Object.keys(english).filter((key) => isWanted(key, locale));
  const missing = wanted.filter((key) => texts[key] === undefined);
  return {
    locale,
    wanted: wanted.length,
    missing,
    changed: Object.keys(texts).filter((key) => isChanged(english[key], base[key])),
    unknown: Object.keys(texts).filter((key) => english[key] === undefined),
    share: (wanted.length - missing.length) / wanted.length,
  };
}

const isWanted = (key: string, locale: FollowerLocale): boolean =>
  isInterfaceLocale(locale) || FOLLOWER_SECTIONS.has(key.split(".")[0] ?? "");
const isChanged = (english: string | undefined, base: string | undefined): boolean =>
  english !== undefined && hashOf(english) !== base;

export const completions = (): readonly Completion[] => {
  const english = textsOf("en");
  return TRANSLATED.map((locale) => completionOf(locale, english, textsOf(locale), baseOf(locale)));
};
export const TRANSLATED = FOLLOWER_LOCALES.filter((locale) => locale !== "en");

/** A language that lacks too much would be shown in English for the most part: such a build ends here. */
export function refuseIncomplete(all: readonly Completion[]): void {
  const poor = all.filter(({ share }) => share < LEAST_SHOWN);
  if (poor.length === 0) return;
  const each = poor.map(({ locale, share }) => `${locale} has ${percent(share)}`).join(", ");
  throw new Error(
    `Languages are shown from ${percent(LEAST_SHOWN)} of their texts on: ${each}. See \`npm run translations\`.`,
  );
}

export const percent = (share: number): string => `${Math.floor(share * 100)} %`;

/** Enough to tell two wordings of one key apart. */
const hashOf = (english: string): string => createHash("sha256").update(english).digest("hex").slice(0, 8);

const baseFile = (locale: FollowerLocale): string => join(FOLDER, "base", `${locale}.json`);
export const baseOf = (locale: FollowerLocale): Texts => read(baseFile(locale));

/** Writes down of which English the translations are: those whose English changes from now on are told by it. */
export function stamp(locale: FollowerLocale, sections: readonly string[] = []): number {
  const [english, texts, before] = [textsOf("en"), textsOf(locale), baseOf(locale)];
  const isStamped = (key: string) => sections.length === 0 || sections.some((one) => `${key}.`.startsWith(`${one}.`));
  const base = Object.entries(english)
    .filter(([key]) => texts[key] !== undefined)
    .map(([key, text]) => [key, isStamped(key) ? hashOf(text) : before[key]] as const)
    .filter(([, hash]) => hash !== undefined);
  writeFileSync(baseFile(locale), `${JSON.stringify(Object.fromEntries(base), null, 2)}\n`);
  return base.length;
}
