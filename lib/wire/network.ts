import type { Config } from "#lib/config.ts";
import type { Ledger, Memory, Signer } from "#lib/domain/ports/ports.ts";
import { countUp } from "#lib/flow/counts.ts";
import { defined } from "#lib/flow/defined.ts";
import { log } from "#lib/log.ts";
import { type GateOptions, type OpenGate, openGate } from "#lib/net/gate.ts";
import { keyIdOf } from "#lib/net/signing/actor.ts";
import { type OwnDocuments, ownDocuments } from "#lib/net/signing/own-documents.ts";
import type { SignedRefusal } from "#lib/net/signing/signed-asks.ts";
import { type KeyPair, makeKeyPair, makeSigner } from "#lib/net/signing/signer.ts";
import { settingChanged, settingOnce } from "#lib/store/open/settings.ts";
import type { Store } from "#lib/store/open/store.ts";
import type { NetworkSettings } from "./network-settings.ts";
import { type NotedRefusal, openRefusals } from "./operator/refusals.ts";
import { isReachable } from "./reachable.ts";

export type Network = {
  /** One set of budgets, as many gates as there are caches that must not mix. Who opts out is dropped from all. */
  openGate(memory: Memory, all: readonly Memory[], aside?: "aside"): OpenGate;
  /** Where servers find our key and our name. Null where none could reach this copy: then nothing is signed. */
  readonly ownDocuments: OwnDocuments | null;
  /** For the operator: what is signed with, and who did not believe it. */
  readonly signing: { readonly key: SigningKey | null; refusals(): readonly NotedRefusal[] };
};
/** `since`: since when requests are signed with it. */
type SigningKey = { readonly id: string; readonly since: string };

export async function openNetwork(
  config: Config,
  { routes, optOut, ca }: NetworkSettings,
  version: string,
  store: Store,
  ledger: Ledger,
  now: () => Date,
  through?: GateOptions["through"],
): Promise<Network> {
  const identity = await openIdentity(config, version, store, now);
  const refusals = openRefusals(now);
  const tellRefusal = (refusal: SignedRefusal): void => {
    refusals.note(refusal);
    logRefusal(refusal);
  };
  const shared = {
    ...{ ledger, now, robots: config.robots, routes },
    userAgent: `Housewarming/${version} (+${config.publicUrl}/bot)`,
    optOut: (host: string) => isNamed(optOut, host),
    ...(identity ? { signer: identity.signer, tellRefusal } : {}),
    ...defined({ ca, through }),
  };
  const forgetIn = (all: readonly Memory[]) => async (host: string) => {
    for (const memory of all) await memory.forget(host);
  };
  return {
    openGate: (memory, all, aside) =>
      openGate({ ...shared, memory, forget: forgetIn(all), ...(aside ? { ledger: besideChecks(ledger) } : {}) }),
    ownDocuments: identity?.documents ?? null,
    signing: { key: identity?.key ?? null, refusals: refusals.latest },
  };
}

/** For what visitors look up: checks keep their share of every host's window. */
const besideChecks = (ledger: Ledger): Ledger => ({
  ...ledger,
  take: (host, want, at) => ledger.take(host, { ...want, aside: true }, at),
});

const isNamed = (names: readonly string[], host: string): boolean =>
  names.some((name) => host === name || host.endsWith(`.${name}`));

/** What the operator can mend: our signature or our address is not accepted somewhere. */
function logRefusal(refusal: SignedRefusal): void {
  log.warn(refusal, "a server refused what we signed");
  countUp("signatures_refused", `${refusal.status}`);
}

type Identity = { readonly signer: Signer; readonly documents: OwnDocuments; readonly key: SigningKey };

/** A signature is worth something only where the other server can fetch the key that made it. */
async function openIdentity(
  { publicUrl, routes }: Config,
  version: string,
  store: Store,
  now: () => Date,
): Promise<Identity | null> {
  if (!isReachable(publicUrl, routes)) return null;
  const { privatePem, publicPem } = await settingOnce<KeyPair>(store, "actor-key", makeKeyPair);
  const keyId = keyIdOf({ publicUrl, publicPem });
  // A new database under the same address has a new key; servers that ask for signatures will meet it anew.
  const today = now().toISOString();
  if (await settingChanged(store, "actor-key-id", keyId)) {
    log.warn({ keyId }, "requests are signed with a new key");
    await settingChanged(store, "actor-key-since", today);
  }
  const since = await settingOnce(store, "actor-key-since", () => today);
  const documents = ownDocuments({ publicUrl, publicPem, version });
  return { signer: makeSigner(keyId, privatePem), documents, key: { id: keyId, since } };
}
