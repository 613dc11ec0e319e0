/** No address is longer. */
export const LONGEST = 2048;

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const OPENING = /^[\s<("'`«„“‘[{]+/;
const CLOSING = /[\s.,;:!?>)"'`»“”’\]}…]/;
// The spaces around it are cut by hand: an expression that begins with them tries again at each one.
const SPELT_AT = /[[(]\s*at\s*[\])]/i;

/** A text that holds an address, without what people and programs put around one. Its cost grows with its length alone. */
export function tidy(text: string): string {
  return withSign(
    withoutClosing(
      text
        .slice(0, 2 * LONGEST)
        .normalize("NFKC")
        // One letter may have become eighteen.
        .slice(0, 2 * LONGEST)
        .replace(INVISIBLE, "")
        .replace(OPENING, ""),
    ),
  );
}

/** From the end on: an expression that is bound to the end is tried at every letter before it. */
function withoutClosing(text: string): string {
  let end = text.length;
  while (end > 0 && CLOSING.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

function withSign(text: string): string {
  const spelt = SPELT_AT.exec(text);
  if (!spelt) return text;
  return `${text.slice(0, spelt.index).trimEnd()}@${text.slice(spelt.index + spelt[0].length).trimStart()}`;
}
