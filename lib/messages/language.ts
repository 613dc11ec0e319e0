/** The language a message is written in is the reader's, not the page's. English stands in where one is missing. */
const MESSAGE_LANGUAGES = ["en"] as const;
export type MessageLanguage = (typeof MESSAGE_LANGUAGES)[number];

/** The first of the wanted languages that all messages are written in; regions do not matter. */
export function pickLanguage(wanted: readonly string[]): MessageLanguage {
  const bases = wanted.map((tag) => tag.toLowerCase().split("-")[0]);
  return MESSAGE_LANGUAGES.find((language) => bases.includes(language)) ?? "en";
}
