/** Longer headers are no browser's, and every part costs a comparison. */
const LONGEST_HEADER = 500;

/** Scripts of Chinese differ: who asks for traditional characters does not get simplified ones. */
const TRADITIONAL = /^zh-(?:hant|tw|hk|mo)\b/;

/** The first language of `Accept-Language` that is offered; regions matter only between two of one language. */
export function negotiate<L extends string>(header: string | null | undefined, offered: readonly L[]): L | undefined {
  for (const tag of wanted(header ?? "")) {
    const found = offered.find((locale) => locale.toLowerCase() === tag) ?? offered.find(isSameLanguage(tag));
    if (found) return found;
  }
  return undefined;
}

/** Tags in the order of their weights; one of weight zero is not wanted at all. */
function wanted(header: string): readonly string[] {
  if (header.length > LONGEST_HEADER) return [];
  return header
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.split(";").map((piece) => piece.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2) ?? "1";
      return { tag, weight: Number(weight) };
    })
    .filter(({ tag, weight }) => tag !== "" && weight > 0)
    .toSorted((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
}

const languageOf = (tag: string): string => tag.split("-")[0]?.toLowerCase() ?? "";
const isSameLanguage =
  (tag: string) =>
  (locale: string): boolean =>
    !TRADITIONAL.test(tag) && languageOf(locale) === languageOf(tag);

export type Wishes = {
  /** In the address. */
  readonly asked?: string | null | undefined;
  /** In the cookie. */
  readonly kept?: string | null | undefined;
  /** `Accept-Language`. */
  readonly accepted?: string | null | undefined;
};

/** The address comes before what was chosen earlier, and that before what the browser says. English for everybody else. */
export function chooseLocale<L extends string>({ asked, kept, accepted }: Wishes, offered: readonly L[]): L | "en" {
  const isOffered = (text: string | null | undefined) => offered.find((locale) => locale === text);
  return isOffered(asked) ?? isOffered(kept) ?? negotiate(accepted, offered) ?? "en";
}
