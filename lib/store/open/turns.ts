import type { PGlite } from "@electric-sql/pglite";
import { pause } from "#lib/flow/pause.ts";

/** Statements in a row take no longer than this, and one more. */
const TURN_MS = 10;

/**
 * A statement of the embedded database holds up the whole process, and the one that follows it begins before anybody
 * else is served. Between two of them others get their turn.
 */
export function takeTurns(pglite: Pick<PGlite, "execProtocolRaw">): void {
  const run = pglite.execProtocolRaw.bind(pglite);
  let othersAt = performance.now();
  pglite.execProtocolRaw = async (...given) => {
    const answer = await run(...given);
    if (performance.now() - othersAt > TURN_MS) {
      await pause();
      othersAt = performance.now();
    }
    return answer;
  };
}
