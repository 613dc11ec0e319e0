import { pause } from "./pause.ts";
import { isEscaped } from "./read-json.ts";

export type Bounds = {
  /** Short texts in lists: what somebody hands in by the hundred thousand. */
  readonly texts: number;
  /** All else: names of fields, their texts, numbers, lists and objects. */
  readonly parts: number;
  /** Is given every text with escaped letters. */
  readonly tidy?: (text: string) => string;
};
const DEEPEST = 20;
/** A text in a list as long as this is no address and counts like anything else. */
const LONG_TEXT = 500;
/** Some milliseconds' work. */
const BITE = 10_000;

type List = unknown[];
type Fields = Record<string, unknown>;
export type Parsed = { readonly value: unknown } | "no-json" | "too-many";

/**
 * `JSON.parse` for a text of megabytes, which lets others be served every few milliseconds. It refuses early what is made
 * to cost time: too deep, or of more parts than anything that we take.
 */
export async function parseInBites(text: string, bounds: Bounds): Promise<Parsed> {
  const reader = openReader(text, bounds);
  try {
    while (!reader.step(BITE)) await pause();
    return { value: reader.value() };
  } catch (error) {
    if (error instanceof TooMany) return "too-many";
    if (error instanceof SyntaxError) return "no-json";
    throw error;
  }
}

class TooMany extends Error {}
const wrong = (at: number): SyntaxError => new SyntaxError(`Not JSON at ${at}.`);

const SPACE = /[ \t\n\r]*/y;
const WORD = /(?:true|false|null|-?\d{1,40}(?:\.\d{1,40})?(?:[eE][+-]?\d{1,4})?)/y;

function openReader(text: string, { tidy = (same) => same, ...most }: Bounds) {
  const open: (List | Fields)[] = [];
  let [at, texts, parts] = [0, 0, 0];
  let root: unknown;
  let key: string | undefined;
  let expects: "value" | "first" | "comma" | "end" = "value";

  const skip = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? "";
    at += found.length;
    return found;
  };
  const next = (): string => {
    skip(SPACE);
    return text[at] ?? "";
  };
  const take = (sign: string): boolean => {
    if (next() !== sign) return false;
    at += 1;
    return true;
  };
  const readText = (): string => {
    const from = at;
    let end = text.indexOf('"', at + 1);
    while (end > 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
    if (end < 0) throw wrong(from);
    at = end + 1;
    const read: string = JSON.parse(text.slice(from, at));
    return text.slice(from, at).includes("\\") ? tidy(read) : read;
  };
  const readWord = (): unknown => {
    const word = skip(WORD);
    if (word === "") throw wrong(at);
    return JSON.parse(word);
  };
  const spend = (textInList: boolean): void => {
    if (textInList) texts += 1;
    else parts += 1;
    if (texts > most.texts || parts > most.parts) throw new TooMany();
  };
  const put = (value: unknown): void => {
    const inside = open.at(-1);
    if (inside === undefined) root = value;
    else if (Array.isArray(inside)) inside.push(value);
    else Object.defineProperty(inside, key ?? "", { value, configurable: true, enumerable: true, writable: true });
    expects = inside === undefined ? "end" : "comma";
  };
  const enter = (made: List | Fields): void => {
    put(made);
    open.push(made);
    if (open.length > DEEPEST) throw new TooMany();
    at += 1;
    expects = "first";
  };
  const leave = (): void => {
    open.pop();
    expects = open.length === 0 ? "end" : "comma";
  };
  const readKey = (): void => {
    if (next() !== '"') throw wrong(at);
    spend(false);
    key = readText();
    if (!take(":")) throw wrong(at);
  };
  const readValue = (): void => {
    const sign = next();
    if (sign === '"') {
      const read = readText();
      spend(Array.isArray(open.at(-1)) && read.length <= LONG_TEXT);
      put(read);
      return;
    }
    spend(false);
    if (sign === "[") enter([]);
    else if (sign === "{") enter({});
    else put(readWord());
  };
  const one = (): void => {
    const inside = open.at(-1);
    const close = Array.isArray(inside) ? "]" : "}";
    if (expects !== "value" && inside !== undefined) {
      if (take(close)) {
        leave();
        return;
      }
      if (expects === "comma" && !take(",")) throw wrong(at);
    }
    if (inside !== undefined && !Array.isArray(inside)) readKey();
    readValue();
  };

  return {
    /** True once all of it has been read. */
    step(count: number): boolean {
      for (let left = count; left > 0; left--) {
        if (expects === "end") {
          if (next() !== "") throw wrong(at);
          return true;
        }
        one();
      }
      return false;
    },
    value: () => root,
  };
}
