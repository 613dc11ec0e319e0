import Papa from "papaparse";

/** Some milliseconds' work, whatever stands in it. */
const BITE = 16 * 1024;
/** No row of a block list is longer. */
const LONGEST_ROW = 8 * 1024;

/** `broken`: quotes are not as they should be, and a row may have swallowed others. */
type Bite = { readonly rows: readonly (readonly string[])[]; readonly broken: boolean };

/** A table's rows, some thousand at a time. Rows that are too long for any block list are passed over. */
export function* rowsOfTable(text: string): Generator<Bite> {
  for (let at = 0; at < text.length; ) {
    const end = endOfBite(text, at);
    if (end - at <= BITE) yield readBite(text.slice(at, end));
    at = end;
  }
}

function readBite(text: string): Bite {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: ",", skipEmptyLines: "greedy" });
  return { rows: data, broken: errors.some(({ type }) => type === "Quotes") };
}

/** Behind the last row that ends within a bite; behind the first where it alone is longer. */
function endOfBite(text: string, from: number): number {
  let end = from;
  while (end < text.length) {
    const next = endOfRow(text, end);
    const isLong = next - end > LONGEST_ROW;
    if (isLong && end === from) return next - from > BITE ? next : endOfLine(text, from);
    if (isLong || next - from > BITE) return end;
    end = next;
  }
  return end;
}

/** A line that ends within quotes goes on in the next one, unless the quotes never end. */
function endOfRow(text: string, from: number): number {
  const first = endOfLine(text, from);
  let [end, quotes] = [first, quotesIn(text, from, first)];
  while (quotes % 2 === 1 && end < text.length && end - from <= LONGEST_ROW) {
    const next = endOfLine(text, end);
    quotes += quotesIn(text, end, next);
    end = next;
  }
  return quotes % 2 === 1 ? first : end;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end + 1;
}

function quotesIn(text: string, from: number, to: number): number {
  if (to - from > LONGEST_ROW) return 0;
  return text.slice(from, to).split('"').length - 1;
}
