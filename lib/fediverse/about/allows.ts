import { type Fact, known } from "#lib/domain/evidence/fact.ts";
import { withParents } from "#lib/domain/names/host.ts";
import type { Host } from "#lib/domain/names/spellings.ts";
import type { Gate } from "#lib/domain/ports/gate.ts";
import type { Adapter, Server } from "../question/adapter.ts";
import { type AskOptions, askFact } from "../question/ask.ts";

export const askAllows = (
  adapter: Adapter,
  gate: Gate,
  server: Server,
  options?: AskOptions,
): Promise<Fact<readonly Host[]>> => askFact(gate, adapter.allows, server, options);

/** An allow covers what is below it. The host of the actor is what is compared. */
export function allowIn(allows: Fact<readonly Host[]>, actorHost: Host): Fact<boolean> {
  if (!allows.known) return allows;
  const names = [actorHost, ...withParents(actorHost)];
  return known(
    names.some((name) => allows.value.includes(name)),
    allows.source,
  );
}
