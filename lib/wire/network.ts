import type { Config } from "#lib/config.ts";
import type { Ledger, Memory, Signer } from "#lib/domain/ports/ports.ts";
import { type OpenGate, openGate } from "#lib/net/gate.ts";
import { actorDocument, keyIdOf } from "#lib/net/signing/actor.ts";
import { type KeyPair, makeKeyPair, makeSigner } from "#lib/net/signing/signer.ts";
import { optedOut } from "#lib/store/memory/opt-outs.ts";
import { settingOnce } from "#lib/store/open/settings.ts";
import type { Store } from "#lib/store/open/store.ts";
import type { NetworkSettings } from "./network-settings.ts";

export type Network = {
  /** One set of budgets, as many gates as there are caches that must not mix. Who opts out is dropped from all. */
  openGate(memory: Memory, all: readonly Memory[], aside?: "aside"): OpenGate;
  /** What stands at `/actor`, where servers can fetch our key. */
  readonly actor: ReturnType<typeof actorDocument> | null;
};

export async function openNetwork(
  config: Config,
  { routes, optOut, ca }: NetworkSettings,
  version: string,
  store: Store,
  ledger: Ledger,
  now: () => Date,
): Promise<Network> {
  const identity = await openIdentity(config, store);
  const shared = {
    ...{ ledger, now, robots: config.robots, routes },
    userAgent: `Housewarming/${version} (+${config.publicUrl}/bot)`,
    optOut: async (host: string) => isNamed(optOut, host) || optedOut(store, host),
    ...(identity ? { signer: identity.signer } : {}),
    ...(ca ? { ca } : {}),
  };
  const forgetIn = (all: readonly Memory[]) => async (host: string) => {
    for (const memory of all) await memory.forget(host);
  };
  return {
    openGate: (memory, all, aside) =>
      openGate({ ...shared, memory, forget: forgetIn(all), ...(aside ? { ledger: besideChecks(ledger) } : {}) }),
    actor: identity?.actor ?? null,
  };
}

/** For what visitors look up: checks keep their share of every host's window. */
const besideChecks = (ledger: Ledger): Ledger => ({
  ...ledger,
  take: (host, want, at) => ledger.take(host, { ...want, aside: true }, at),
});

const isNamed = (names: readonly string[], host: string): boolean =>
  names.some((name) => host === name || host.endsWith(`.${name}`));

type Identity = { readonly signer: Signer; readonly actor: ReturnType<typeof actorDocument> };

/** A signature is worth something only where the other server can fetch the key that made it. */
async function openIdentity({ publicUrl, routes }: Config, store: Store): Promise<Identity | null> {
  const { protocol, hostname } = new URL(publicUrl);
  const reachable =
    hostname.includes(".") && !/^[\d.]+$|^\[/.test(hostname) && (!hostname.endsWith(".test") || routes !== "");
  if (protocol !== "https:" || !reachable) return null;
  const { privatePem, publicPem } = await settingOnce<KeyPair>(store, "actor-key", makeKeyPair);
  return { signer: makeSigner(keyIdOf(publicUrl), privatePem), actor: actorDocument({ publicUrl, publicPem }) };
}
