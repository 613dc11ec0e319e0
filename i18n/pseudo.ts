/** Any messages with the words made strange and a third longer; arguments, plural keywords and tags stay as they are. */
export type Messages = { readonly [key: string]: string | Messages };

const STRANGE: Readonly<Record<string, string>> = {
  a: "á",
  e: "é",
  i: "í",
  o: "ö",
  u: "ü",
  y: "ý",
  A: "Å",
  E: "É",
  O: "Ø",
  U: "Û",
};

export function pseudo(messages: Messages): Messages {
  return Object.fromEntries(
    Object.entries(messages).map(([key, value]) => [
      key,
      typeof value === "string" ? pseudoText(value) : pseudo(value),
    ]),
  );
}

/** In ICU text words stand at even depths of braces: `{n, plural, one {# person}}` is words again inside the second pair. */
export function pseudoText(text: string): string {
  let depth = 0;
  let tag = false;
  let out = "";
  for (const char of text) {
    if (char === "{") depth += 1;
    if (char === "}") depth -= 1;
    if (char === "<") tag = true;
    out += depth % 2 === 0 && !tag ? (STRANGE[char] ?? char) : char;
    if (char === ">") tag = false;
  }
  return `⟦${out}${"·".repeat(Math.ceil(text.length / 6))}⟧`;
}
