const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };
const LONGEST = 20_000;

/** A bio as plain text. Where links lead is kept: a proof of ownership is such a link, and its text is shortened. */
export function htmlToText(html: string): string {
  return html
    .slice(0, LONGEST)
    .replace(/<[^<>]*>/g, textOf)
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,5}));/gi, (whole, decimal, hex, name) =>
      name ? (ENTITIES[name.toLowerCase()] ?? whole) : codePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
    )
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n\s*/g, "\n")
    .trim();
}

/** One look at each tag: an expression over the whole text would start anew at every `<a`. */
function textOf(tag: string): string {
  if (/^<a\s/i.test(tag)) return ` ${/\shref\s*=\s*["']([^"'<>]*)["']/i.exec(tag)?.[1] ?? ""} `;
  return /^<(?:br|\/p|\/div|\/li)\b/i.test(tag) ? "\n" : "";
}

const codePoint = (code: number) => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "");
