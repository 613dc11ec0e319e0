import { createHmac } from "node:crypto";
import type { Acct, Host } from "#lib/domain/names/spellings.ts";
import { keepLetter, type LetterRow, lettersOn } from "#lib/store/check/letters.ts";
import type { Store } from "#lib/store/open/store.ts";

export type LetterMemory = { readonly written: boolean; readonly askersIn30Days: number };

/** Whom a letter goes to, and about which server: one's own admin about another server, or the old one about itself. */
export type LetterTo = { readonly by: Acct; readonly to: Host };

/** What is remembered of letters, so that nobody writes twice and no admin is asked by a crowd. */
export type Letters = {
  memory(letter: LetterTo, about: readonly Host[]): Promise<Readonly<Record<Host, LetterMemory>>>;
  wrote(letter: LetterTo, about: Host): Promise<void>;
};

const ASKED_LATELY_MS = 30 * 86_400_000;
/** Servers asked for in one statement. */
const SLICE = 500;

export function openLetters(store: Store, secret: string, now: () => Date): Letters {
  const digest = (kind: string, text: string) =>
    createHmac("sha256", secret).update(`${kind}\n${text}`).digest("base64url");
  const writerOf = ({ by }: LetterTo) => digest("letter-writer", by);
  const subjectOf = ({ to }: LetterTo, about: Host) => digest("letter-subject", `${to}\n${about}`);
  return {
    async memory(letter, about) {
      const subjects = new Map(about.map((host) => [subjectOf(letter, host), host]));
      const rows: LetterRow[] = [];
      const keys = [...subjects.keys()];
      for (let at = 0; at < keys.length; at += SLICE)
        rows.push(...(await lettersOn(store, keys.slice(at, at + SLICE))));
      const since = now().getTime() - ASKED_LATELY_MS;
      return remembered(rows, subjects, writerOf(letter), since);
    },
    wrote: (letter, about) =>
      keepLetter(store, { subject: subjectOf(letter, about), writer: writerOf(letter), at: now() }),
  };
}

function remembered(
  rows: readonly LetterRow[],
  subjects: ReadonlyMap<string, Host>,
  writer: string,
  since: number,
): Readonly<Record<Host, LetterMemory>> {
  const found: Record<Host, LetterMemory> = {};
  for (const row of rows) {
    const host = subjects.get(row.subject);
    if (host === undefined) continue;
    const { written, askersIn30Days } = found[host] ?? { written: false, askersIn30Days: 0 };
    const mine = row.writer === writer;
    const lately = !mine && row.at.getTime() > since;
    found[host] = { written: written || mine, askersIn30Days: askersIn30Days + (lately ? 1 : 0) };
  }
  return found;
}
