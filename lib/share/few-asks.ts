import type { Gate } from "#lib/domain/ports/gate.ts";

/** What one look-up may ask a server, robots.txt among it: a public page must not become a tool to pester servers. */
export const MOST_REQUESTS = 6;
const ROBOTS = 1;

/** The same gate with a budget of its own; beyond it every question is answered as over budget. */
export function fewAsks(gate: Gate, now: () => Date): Gate {
  let left = MOST_REQUESTS - ROBOTS;
  return {
    ask(ask) {
      left -= 1;
      if (left < 0) return Promise.resolve({ ok: false, why: "over-budget", at: now().toISOString() });
      return gate.ask(ask);
    },
  };
}
