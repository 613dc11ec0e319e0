/** No document of the fediverse has lists in lists this deep. */
const DEEPEST = 64;
/** Several times what the longest lists that servers publish have; ten megabytes can hold ten times as much. */
const MOST_WEIGHT = 800_000;
/** A list or an object costs a parser as much as several numbers. */
const OPENING_WEIGHT = 4;

const [QUOTE, COMMA] = [0x22, 0x2c];
const OPENINGS: readonly number[] = [0x5b, 0x7b];
const CLOSINGS: readonly number[] = [0x5d, 0x7d];

/**
 * `JSON.parse` for a stranger's text: undefined where it is no JSON, and where it was made to cost time. Five megabytes
 * of opening brackets hold the process for seconds; to look through them first takes milliseconds.
 */
export function readJson(text: string): { readonly value: unknown } | undefined {
  if (isHeavy(text)) return undefined;
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function isHeavy(text: string): boolean {
  let [depth, weight] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfText(text, at);
    else if (code === COMMA) weight += 1;
    else if (OPENINGS.includes(code)) {
      depth += 1;
      weight += OPENING_WEIGHT;
    } else if (CLOSINGS.includes(code)) depth -= 1;
    if (depth > DEEPEST || weight > MOST_WEIGHT) return true;
  }
  return false;
}

/** Where the text that begins at a quote ends: at the next quote with an even number of backslashes before it. */
function endOfText(text: string, from: number): number {
  let end = text.indexOf('"', from + 1);
  while (end > 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end;
}

export function isEscaped(text: string, quote: number): boolean {
  let slashes = 0;
  while (text[quote - 1 - slashes] === "\\") slashes += 1;
  return slashes % 2 === 1;
}
