import type { PGlite } from "@electric-sql/pglite";
import { pause } from "#lib/flow/pause.ts";

/** Statements in a row take no longer than this, and one more. */
const TURN_MS = 10;

/** What the embedded database is told at its end, as the first byte of the message. */
const TERMINATE = "X".charCodeAt(0);

/**
 * A statement of the embedded database holds up the whole process, and the one that follows it begins before anybody
 * else is served. Between two of them others get their turn. A statement that comes after the end is refused here: one that had
 * waited behind the end would keep the process busy for ever.
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
