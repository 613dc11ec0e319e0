import { type Fact, gap, known } from "#lib/domain/evidence/fact.ts";
import type { Instance } from "#lib/domain/evidence/server.ts";
import type { Host } from "#lib/domain/names/spellings.ts";
import type { Gate } from "#lib/domain/ports/gate.ts";
import type { Adapter, Server } from "../question/adapter.ts";
import { type AskOptions, askFact } from "../question/ask.ts";

/** All names a server knows and has no block row for: one request that settles many hosts at once. */
export const askPeers = (
  adapter: Adapter,
  gate: Gate,
  server: Server,
  options?: AskOptions,
): Promise<Fact<readonly Host[]>> => askFact(gate, adapter.peers, server, options);

/** Whether one name stands among them. Standing there says much, missing there nothing alone. */
export async function askPeer(
  adapter: Adapter,
  gate: Gate,
  server: Server,
  about: Host,
  options?: AskOptions,
): Promise<Fact<boolean>> {
  if (adapter.peerSearch) {
    const found = await askFact(gate, adapter.peerSearch, { ...server, about }, options);
    if (found.known || found.gap !== "not-offered") return peerIn(found, about);
  }
  return adapter.peers ? peerIn(await askPeers(adapter, gate, server, options), about) : gap("not-offered");
}

function peerIn(peers: Fact<readonly Host[]>, about: Host): Fact<boolean> {
  return peers.known ? known(peers.value.includes(about), peers.source) : peers;
}

/** Contact, limits of a post, languages, sign-up, whether it federates with a list of allowed servers only. */
export const askInstance = (
  adapter: Adapter,
  gate: Gate,
  server: Server,
  options?: AskOptions,
): Promise<Fact<Instance>> => askFact(gate, adapter.instance, server, options);
