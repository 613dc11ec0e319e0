import type { PGlite } from "@electric-sql/pglite";
import { pause } from "#lib/flow/pause.ts";

/** Statements in a row take no longer than this, and one more. */
const TURN_MS = 10;

/** The first byte of the message that ends the embedded database. */
const TERMINATE = "X".charCodeAt(0);

/**
 * A statement of the embedded database holds up the whole process, and the one that follows it begins before anybody
 * else is served. Between two of them others get their turn. A statement that comes after the end is refused here: the
 * database would answer it never, and keep the process busy for ever.
 */
export function takeTurns(pglite: Pick<PGlite, "execProtocolRaw">): void {
  const run = pglite.execProtocolRaw.bind(pglite);
  let [othersAt, isOver] = [performance.now(), false];
  pglite.execProtocolRaw = async (...given) => {
    if (given[0][0] === TERMINATE) isOver = true;
    else if (isOver) throw new Error("The embedded database is closed.");
    const answer = await run(...given);
    if (performance.now() - othersAt > TURN_MS) {
      await pause();
      othersAt = performance.now();
    }
    return answer;
  };
}
