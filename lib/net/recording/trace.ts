import type { Exchange } from "../exchange.ts";
import { refusalOf } from "../failure.ts";
import { type Recorded, recordedAnswer, recordedRequest } from "./recorded.ts";

/** Hands on each question and tells what came of it. */
export const tracing =
  (exchange: Exchange, keep: (recorded: Recorded) => void, now: () => Date): Exchange =>
  async (request, limits) => {
    if (request.secret) return exchange(request, limits);
    const at = now().toISOString();
    const begun = performance.now();
    const told = { request: recordedRequest(request), at };
    const ms = () => Math.round(performance.now() - begun);
    try {
      const raw = await exchange(request, limits);
      keep({ ...told, ms: ms(), ...recordedAnswer(raw) });
      return raw;
    } catch (error) {
      const refused = refusalOf(error);
      if (refused !== undefined) keep({ ...told, ms: ms(), refused });
      throw error;
    }
  };
