import type { Gate } from "#lib/domain/ports/gate.ts";

/** The same gate with a budget of its own; beyond it every question is answered as over budget. */
export function fewAsks(gate: Gate, most: number, now: () => Date): Gate {
  let left = most;
  return {
    ask(ask) {
      left -= 1;
      if (left < 0) return Promise.resolve({ ok: false, why: "over-budget", at: now().toISOString() });
      return gate.ask(ask);
    },
  };
}
