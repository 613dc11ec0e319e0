import type { Gate, Reply } from "#lib/domain/ports/gate.ts";

/** From then on the rest need not wait for it. */
const SILENT_MS = 2_500;

export type Counting = { readonly gate: Gate; readonly requests: () => number };

/**
 * Counts what one server is asked, and tells when it lets one question wait. Its robots.txt is fetched by the gate
 * itself and counts with the first question.
 */
export function counting(gate: Gate, silent: () => void): Counting {
  let asked = 0;
  return {
    gate: {
      ask: (ask) => {
        asked += 1;
        return inTime(gate.ask(ask), silent);
      },
    },
    requests: () => (asked === 0 ? 0 : asked + 1),
  };
}

async function inTime(reply: Promise<Reply>, silent: () => void): Promise<Reply> {
  const timer = setTimeout(silent, SILENT_MS);
  return reply.finally(() => clearTimeout(timer));
}
