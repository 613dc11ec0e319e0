import { type Fact, known } from "#lib/domain/evidence/fact.ts";
import type { FederationMode } from "#lib/domain/evidence/federation-mode.ts";
import type { Stance } from "#lib/domain/evidence/stance.ts";
import type { Host } from "#lib/domain/names/spellings.ts";
import type { Gate } from "#lib/domain/ports/gate.ts";
import { allowIn, askAllows } from "#lib/fediverse/about/allows.ts";
import { askInstance } from "#lib/fediverse/about/peers.ts";
import type { Adapter, Server } from "#lib/fediverse/question/adapter.ts";
import { defined } from "#lib/flow/defined.ts";

/**
 * Asked where it decides: who answers about one name at a time says the same of it whether it talks to everybody or to
 * nobody. Whom to write to there is not kept.
 */
export async function askMode(
  adapter: Adapter,
  gate: Gate,
  server: Server,
): Promise<{ readonly mode?: Fact<FederationMode> }> {
  if (!adapter.stance || !adapter.instance) return {};
  const instance = await askInstance(adapter, gate, server);
  if (!instance.known) return { mode: instance };
  const { federation, limitedFederation } = instance.value;
  return { mode: known(defined({ federation, limitedFederation }), instance.source) };
}

/** An explicit allow beats a block there. Of the list nothing is kept but whether it names these hosts. */
export async function askAllowed(
  adapter: Adapter,
  gate: Gate,
  server: Server,
  list: Fact<Stance>,
  hosts: readonly Host[],
): Promise<readonly (Fact<boolean> | undefined)[]> {
  if (!adapter.allows || !list.known) return [];
  const allows = await askAllows(adapter, gate, server);
  return hosts.map((host) => allowIn(allows, host));
}
