/**
 * Any messages with the words made strange and longer by two fifths; arguments, plural keywords and tags stay as they are.
 * The build compiles texts into nested lists, tests read them as they are written: both are understood.
 */
type Message = string | readonly unknown[];
export type Messages = { readonly [key: string]: Message | Messages };

/** German and French need so much more room than English; short words need more, and the brackets are for those. */
const GROWTH = 0.4;

const STRANGE: Readonly<Record<string, string>> = {
  ...{ a: "á", e: "é", i: "í", o: "ö", u: "ü", y: "ý" },
  ...{ A: "Å", E: "É", O: "Ø", U: "Û" },
};

export function pseudo(messages: Messages): Messages {
  return Object.fromEntries(Object.entries(messages).map(([key, value]) => [key, pseudoValue(value)]));
}

function pseudoValue(value: Message | Messages): Message | Messages {
  if (typeof value === "string") return pseudoText(value);
  return isNodes(value) ? ["⟦", ...value.map(pseudoNode), longerBy(lengthOf(value)), "⟧"] : pseudo(value);
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
  return `⟦${out}${longerBy(text.length)}⟧`;
}

/** The two brackets count. What is longer than a word has places to break, as words have. */
const longerBy = (length: number): string =>
  "·".repeat(Math.max(1, Math.ceil(length * GROWTH) - 2)).replace(/.{6}(?=.)/g, "$& ");

/** Letters of a compiled text; where it branches, all branches: longer than needed does no harm. */
const lengthOf = (node: unknown): number => {
  if (typeof node === "string") return node.length;
  if (typeof node !== "object" || node === null) return 0;
  const inside: readonly unknown[] = isNodes(node) ? node : Object.values(node);
  return inside.reduce<number>((sum, one) => sum + lengthOf(one), 0);
};

const isNodes = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const strange = (text: string): string => [...text].map((char) => STRANGE[char] ?? char).join("");

/** A compiled node is text, a number sign, `[argument]`, `[argument, kind, branches]` or `[tag, ...children]`. */
function pseudoNode(node: unknown): unknown {
  if (typeof node === "string") return strange(node);
  if (!isNodes(node) || node.length < 2) return node;
  const [name, second, ...rest] = node;
  if (typeof second !== "number" || second === 0) return [name, ...[second, ...rest].map(pseudoNode)];
  return [name, second, ...rest.map(pseudoBranches)];
}

function pseudoBranches(branches: unknown): unknown {
  if (typeof branches !== "object" || branches === null) return branches;
  return Object.fromEntries(
    Object.entries(branches).map(([key, branch]) => [
      key,
      isNodes(branch) ? branch.map(pseudoNode) : pseudoNode(branch),
    ]),
  );
}
