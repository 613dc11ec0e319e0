import type { Gate } from "#lib/domain/gate.ts";

/** Counts what one server is asked. Its robots.txt is fetched by the gate itself and counts with the first question. */
export function counting(gate: Gate): { readonly gate: Gate; readonly requests: () => number } {
  let asked = 0;
  return {
    gate: {
      ask: (ask) => {
        asked += 1;
        return gate.ask(ask);
      },
    },
    requests: () => (asked === 0 ? 0 : asked + 1),
  };
}
