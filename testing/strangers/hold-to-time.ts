import fc from "fast-check";
import { expect, test } from "vitest";
import { leastMs } from "./least-ms.ts";
import { PIECES } from "./pieces.ts";

const SIZE = 2 * 1024 * 1024;
/** A busy machine makes five times as much of it; what is super-linear takes minutes for 2 MB. */
export const MOST_MS = process.env.PROVE ? 50 : 250;

type Parsers<Result> = Readonly<Record<string, (text: string) => Result>>;
type Measure<Result> = {
  readonly ms: (run: () => Result) => Promise<number>;
  readonly most: number;
  /** How many texts `npm run prove` throws together. */
  readonly tries: number;
};

const inOnePiece: Measure<unknown> = { ms: (run) => leastMs(run, MOST_MS), most: MOST_MS, tries: 200 };

/** Tests: 2 MB of a stranger's text cost none of these more than a moment, whatever pieces it is made of. */
export function holdToTime<Result>(parsers: Parsers<Result>, { ms, most, tries }: Measure<Result> = inOnePiece): void {
  const slowOn = async (text: string): Promise<readonly string[]> => {
    const slow: string[] = [];
    for (const [name, parse] of Object.entries(parsers)) {
      const taken = await ms(() => parse(text));
      if (taken > most) slow.push(`${name}: ${Math.round(taken)} ms`);
    }
    return slow;
  };

  test.each(PIECES)("2 MB of %j cost no parser more than a moment", async (piece) => {
    expect(await slowOn(filled(piece))).toEqual([]);
  });

  test.runIf(process.env.PROVE)("nor do 2 MB of any few pieces behind any others", { timeout: 600_000 }, async () => {
    const some = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(""));
    const texts = fc.tuple(fc.option(some, { nil: "" }), some, fc.option(some, { nil: "" }));
    await fc.assert(
      fc.asyncProperty(texts, async ([head, piece, tail]) => {
        expect(await slowOn(flat(`${head}${filled(piece)}${tail}`))).toEqual([]);
      }),
      { numRuns: tries },
    );
  });
}

const filled = (piece: string): string => flat(piece.repeat(Math.ceil(SIZE / piece.length)));
/** One text in memory, not a tree of its parts: to join those is not the parser's work. */
const flat = (text: string): string => Buffer.from(text).toString();
