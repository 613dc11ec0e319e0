/** One to nine may be a word in one language and a figure in another; from ten on a number is a figure in all. */
const FIGURES = /\d{2,}/g;

/** Numbers of the English that a translation does not name: a wrong day or limit reads as well as the right one. */
export function numbersLacking(english: string, translation: string): readonly string[] {
  const found = numbersIn(translation);
  return [...numbersIn(english)].filter((number) => !found.has(number));
}

/** `20,000`, `20.000`, `20 000` and `20 mil` are one number. `=10` chooses a branch and says nothing. */
function numbersIn(text: string): ReadonlySet<string> {
  const plain = text
    .replace(/=\d+/g, "")
    .replace(/(?<=\d)[.,\u00a0\u202f ](?=\d{3}(?!\d))/g, "")
    .replace(/(?<=\d)[\u00a0 ]mil(?!\p{L})/gu, "000");
  return new Set(plain.match(FIGURES));
}
