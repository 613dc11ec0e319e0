import { isFollowerLocale } from "#i18n/locales.ts";
import { complaintsAbout } from "./translations/complaints.ts";
import { type Completion, completions, percent, stamp, textsOf } from "./translations/completion.ts";

const MOST_LISTED = 20;

/**
 * `npm run translations` shows how far each language is; with a language behind it, what is missing there, what is of
 * older English and what is wrong. `--stamp de [section …]` says that these were read against the English of today.
 */
function main(args: readonly string[]): void {
  const [first, ...rest] = args;
  if (first === "--stamp") stampFrom(rest);
  else show(first);
}

function show(wanted: string | undefined): void {
  const shown = completions().filter(({ locale }) => wanted === undefined || locale === wanted);
  if (shown.length === 0) refuse(wanted);
  for (const one of shown) process.stdout.write(`${lineOf(one)}\n${wanted === undefined ? "" : detailsOf(one)}`);
}

function stampFrom([locale, ...sections]: readonly string[]): void {
  if (!isFollowerLocale(locale) || locale === "en") refuse(locale);
  else process.stdout.write(`${locale}: the English of ${stamp(locale, sections)} texts is noted.\n`);
}

function refuse(locale: string | undefined): void {
  process.stderr.write(`There is no translation into ${locale ?? "nothing"}: see i18n/locales.ts.\n`);
  process.exitCode = 1;
}

const lineOf = (one: Completion): string =>
  [
    one.locale.padEnd(6),
    percent(one.share).padStart(5),
    `of ${one.wanted} texts`,
    `${one.missing.length} missing`,
    `${one.changed.length} of older English`,
    `${problemsOf(one).length} faulty`,
  ].join("  ");

function problemsOf({ locale }: Completion): readonly string[] {
  const english = textsOf("en");
  return Object.entries(textsOf(locale)).flatMap(([key, text]) =>
    complaintsAbout(english[key] ?? text, text, locale).map((complaint) => `${key}: ${complaint}`),
  );
}

function detailsOf(one: Completion): string {
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ["Missing", one.missing],
    ["Of older English", one.changed],
    ["English has them no more", one.unknown],
    ["Faulty", problemsOf(one)],
  ];
  return lists
    .filter(([, keys]) => keys.length > 0)
    .map(([title, keys]) => `\n${title}\n${listed(keys)}`)
    .join("");
}

function listed(keys: readonly string[]): string {
  const more = keys.length - MOST_LISTED;
  const lines = [...keys.slice(0, MOST_LISTED), ...(more > 0 ? [`and ${more} more`] : [])];
  return lines.map((line) => `  ${line}\n`).join("");
}

main(process.argv.slice(2));
