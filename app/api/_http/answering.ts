import { log } from "#lib/log.ts";
import { isConnectionLost, plainError } from "#lib/wire.ts";
import { problem } from "./problem.ts";

const RETRY_SECONDS = 30;

/**
 * What throws on the way to an answer is answered in the contract's words. Next would say it in its own and write the
 * error down whole, with the names and addresses that a statement holds.
 */
export const answering =
  <Args extends unknown[]>(answer: (...given: Args) => Promise<Response>) =>
  async (...given: Args): Promise<Response> => {
    try {
      return await answer(...given);
    } catch (error) {
      if (isOfNext(error)) throw error;
      log.error({ error: plainError(error).message }, "call failed");
      return isConnectionLost(error) ? problem(503, { retryAfter: RETRY_SECONDS }) : problem(500);
    }
  };

/** Next leaves a route by throwing, for a page that is not found among others. */
const isOfNext = (error: unknown): boolean =>
  error instanceof Error && "digest" in error && String(error.digest).startsWith("NEXT_");
