import { expect, test } from "vitest";
import { takeTurns } from "./turns.ts";

const STATEMENT_MS = 4;
const STATEMENTS = 20;

function busyFor(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

/** As the embedded database is: each statement is done when it is asked for, and its promise is kept already. */
const database = () => ({
  execProtocolRaw: async () => {
    busyFor(STATEMENT_MS);
    return new Uint8Array();
  },
});

async function turnsOfOthers(pglite: ReturnType<typeof database>): Promise<number> {
  let [turns, over] = [0, false];
  const other = (): void => {
    turns += 1;
    if (!over) setImmediate(other);
  };
  setImmediate(other);
  for (let nth = 0; nth < STATEMENTS; nth++) await pglite.execProtocolRaw();
  over = true;
  return turns;
}

test("others are served between the statements of somebody who has many", async () => {
  expect(await turnsOfOthers(database()), "as it comes nobody is").toBe(0);
  const polite = database();
  takeTurns(polite);
  expect(await turnsOfOthers(polite)).toBeGreaterThan(3);
});
