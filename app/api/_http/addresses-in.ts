/** As many as the contract takes, and one more that says that there were too many. */
const MOST = 20_001;
/** No line of such a file is longer. */
const LONGEST = 4_000;

/**
 * The addresses in a table such as Mastodon's `following_accounts.csv`: the first cell of each line that has an `@` in it.
 * Headers and notes have none.
 */
export function addressesIn(text: string): readonly string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length && found.length < MOST; ) {
    const next = text.indexOf("\n", at);
    const end = next < 0 ? text.length : next;
    const cell = end - at > LONGEST ? undefined : addressIn(text.slice(at, end));
    if (cell !== undefined) found.push(cell);
    at = end + 1;
  }
  return found;
}

/** Longer addresses are nobody's. */
const LONGEST_ADDRESS = 500;

function addressIn(line: string): string | undefined {
  const cells = line.split(/[,;\t]/).map((cell) => cell.replace(/["\ufeff]/g, "").trim());
  return cells.find((cell) => cell.includes("@") && cell.length <= LONGEST_ADDRESS);
}
