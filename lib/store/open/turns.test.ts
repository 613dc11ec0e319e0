import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { openEmbedded } from "./open-embedded.ts";
import { takeTurns } from "./turns.ts";

const STATEMENT_MS = 4;
const STATEMENTS = 20;
const SYNC = new TextEncoder().encode("S");

function busyFor(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

/** As the embedded database is: each statement is done when it is asked for, and its promise is kept already. */
const database = () => ({
  execProtocolRaw: async (_: Uint8Array) => {
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
  for (let nth = 0; nth < STATEMENTS; nth++) await pglite.execProtocolRaw(SYNC);
  over = true;
  return turns;
}

test("others are served between the statements of somebody who has many", async () => {
  expect(await turnsOfOthers(database()), "as it comes nobody is").toBe(0);
  const polite = database();
  takeTurns(polite);
  expect(await turnsOfOthers(polite)).toBeGreaterThan(3);
});

test("what is asked after the end is refused", async () => {
  const ending = database();
  takeTurns(ending);
  await ending.execProtocolRaw(new TextEncoder().encode("X"));
  await expect(ending.execProtocolRaw(SYNC)).rejects.toThrow("closed");
});

// Without the refusal this test does not fail: it never ends, and its worker has to be killed.
test("statements that wait while the embedded database closes are refused, and so is whatever comes later", async () => {
  const store = await openEmbedded(null);
  const ask = () => store.db.execute(sql`select 1`);
  const [closed, ...answers] = await Promise.allSettled([store.close(), ...Array.from({ length: 30 }, ask)]);
  expect(closed.status).toBe("fulfilled");
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set(["rejected"]));
  await expect(ask()).rejects.toThrow();
});
