import type { Gate } from "#lib/domain/ports/gate.ts";
import * as question from "#lib/fediverse/question/few-asks.ts";

/** What one look-up may ask a server, robots.txt among it: a public page must not become a tool to pester servers. */
export const MOST_REQUESTS = 7;
const ROBOTS = 1;

export const fewAsks = (gate: Gate, now: () => Date): Gate => question.fewAsks(gate, MOST_REQUESTS - ROBOTS, now);
