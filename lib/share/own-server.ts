import { type Fact, type Gap, isPassing, known } from "#lib/domain/evidence/fact.ts";
import type { FederationMode } from "#lib/domain/evidence/federation-mode.ts";
import type { Life, Software } from "#lib/domain/evidence/server.ts";
import type { Stance } from "#lib/domain/evidence/stance.ts";
import type { Host } from "#lib/domain/names/spellings.ts";
import type { Gate } from "#lib/domain/ports/gate.ts";
import { memoryKey } from "#lib/domain/ports/memory-key.ts";
import { namedHost } from "#lib/fediverse/about/named-host.ts";
import { askStances } from "#lib/fediverse/about/stances.ts";
import { readActorDocument } from "#lib/fediverse/find/actor.ts";
import { serverAt } from "#lib/fediverse/find/discover.ts";
import { type NodeInfoRead, readNodeInfo } from "#lib/fediverse/find/nodeinfo.ts";
import { related } from "#lib/fediverse/find/related-hosts.ts";
import { askWebfinger, type Fingered } from "#lib/fediverse/find/webfinger.ts";
import type { Server } from "#lib/fediverse/question/adapter.ts";
import { adapterFor } from "#lib/fediverse/software/index.ts";
import { defined } from "#lib/flow/defined.ts";
import type { LookedRow, ShareAccount } from "#lib/store/tables/types.ts";
import { askAllowed, askMode } from "./chosen.ts";
import type { ShareDeps } from "./deps.ts";
import { fewAsks } from "./few-asks.ts";
import { askNewServer } from "./new-server.ts";

/** All that a look-up learns of a server. It depends on the two accounts and on that server, and on nobody who follows. */
export type OwnServer = {
  readonly software: Fact<Software>;
  readonly onOld: Fact<Stance>;
  readonly onNew: Fact<Stance>;
  /** Whether it names the two among the servers it allows, and whom it talks to at all. */
  readonly allowsOld?: Fact<boolean>;
  readonly allowsNew?: Fact<boolean>;
  readonly mode?: Fact<FederationMode>;
  /** It says of itself that it is gone. */
  readonly life?: Fact<Life>;
  /** What the mover's new server publishes about this one, whether it has met it, and what it runs. */
  readonly atNew: Fact<Stance>;
  readonly metByNew?: Fact<boolean>;
  readonly allowedByNew?: Fact<boolean>;
  readonly modeOfNew?: Fact<FederationMode>;
  readonly softwareOfNew?: Fact<Software>;
  /** What it told somebody who signed in there, for his own answer alone. */
  readonly ofMember?: Pick<LookedRow, "onOld" | "onNew" | "instance">;
};
/** What the server says itself. */
type OwnWords = Pick<OwnServer, "software" | "onOld" | "onNew" | "allowsOld" | "allowsNew" | "mode" | "life">;
export type Pair = { readonly old: ShareAccount; readonly new: ShareAccount };
type Finger = Fact<Fingered>;
export type OwnServerAnswer = { readonly server: OwnServer; readonly finger: Finger; readonly webHost: Host };

const HOUR_MS = 3_600_000;
/** What was not answered for a passing reason may be soon; what was read stays a day. */
const KEPT_MS = { answered: 24 * HOUR_MS, passing: HOUR_MS / 6 } as const;

export async function askOwnServer(
  { gate, memory, now }: Pick<ShareDeps, "gate" | "memory" | "now">,
  host: Host,
  user: string | null,
  pair: Pair,
): Promise<OwnServerAnswer> {
  const few = fewAsks(gate, now);
  const finger =
    user === null ? await remembered(host, fingerOfHost) : await askWebfinger(few, host, `acct:${user}@${host}`);
  const webHost = webHostIn(finger, host);
  const [words, byNew] = await Promise.all([
    remembered(webHost, serverOf),
    askNewServer({ gate, memory, now }, pair.new, { host, webHost }),
  ]);
  return { server: { ...words, ...byNew }, finger, webHost };

  async function remembered<T>(at: Host, what: Remember<T>): Promise<T> {
    const made = await memory.once(memoryKey(at, what.key(pair)), async () => {
      const value = await what.ask(few, { host, webHost: at }, pair);
      return { value, ttlMs: what.answered(value) ? KEPT_MS.answered : KEPT_MS.passing };
    });
    return made.value as T; // sound: nobody else writes under this key
  }
}

/** Handles may name one host while another answers. Only a host that belongs to the typed one is asked instead. */
function webHostIn(finger: Finger, host: Host): Host {
  const { webHost } = serverAt(host, finger.known ? finger.value.self : undefined);
  return related(host, webHost) ? webHost : host;
}

type Remember<T> = {
  readonly key: (pair: Pair) => string;
  readonly ask: (gate: Gate, server: Server, pair: Pair) => Promise<T>;
  readonly answered: (value: T) => boolean;
};

/** The server as a whole: no name of anybody is kept. */
const fingerOfHost: Remember<Finger> = {
  key: () => "share/finger",
  ask: (gate, { host }) => askWebfinger(gate, host, `https://${host}`),
  answered: (finger) => finger.known || finger.gap === "never-met",
};

const serverOf: Remember<OwnWords> = {
  key: (pair) => `share/stances/${pair.old.acct}/${pair.new.acct}`,
  async ask(gate, server, pair) {
    const nodeinfo = await readNodeInfo(gate, server);
    const software = softwareOf(nodeinfo);
    if (!software.known && ENDS_ASKING.has(software.gap)) return { software, onOld: software, onNew: software };
    const names = [pair.new, pair.old].map((account) => namedHost(account.host, account.webHost));
    const adapter = adapterFor(software.known ? software.value : undefined);
    const stances = await askStances(adapter, gate, server, names, { nodeinfo });
    const about = (of: Host): Fact<Stance> => stances[of] ?? { known: false, gap: "not-offered" };
    const [onOld, onNew] = [about(pair.old.host), about(pair.new.host)];
    const life = await closedDown(gate, server, onNew);
    if (life) return { software, onOld, onNew, life };
    const hosts = [pair.old.webHost, pair.new.webHost];
    const [allowsOld, allowsNew] = await askAllowed(adapter, gate, server, onNew, hosts);
    const mode = await askMode(adapter, gate, server);
    return { software, onOld, onNew, ...defined({ allowsOld, allowsNew }), ...mode };
  },
  answered: ({ software, onOld, onNew }) => software.known && ![onOld, onNew].some(isPassing),
};

/**
 * A Mastodon that closes itself down goes on describing itself, and answers 410 for its API and for all accounts, the one of
 * the server as a whole among them. One 410 alone may be a page that was taken away.
 */
async function closedDown(gate: Gate, { webHost }: Server, list: Fact<Stance>): Promise<Fact<Life> | undefined> {
  if (list.known || list.source?.status !== 410) return undefined;
  const itself = await readActorDocument(gate, `https://${webHost}/actor`);
  if (itself.known || itself.source?.status !== 410) return undefined;
  return known({ state: "gone", by: "api-and-actors" }, itself.source);
}

/** A server that does not answer, or wants no robots, is not asked on. */
const ENDS_ASKING: ReadonlySet<Gap> = new Set<Gap>(["unreachable", "our-fault", "refused-robots", "over-budget"]);

const softwareOf = ({ fact }: NodeInfoRead): Fact<Software> =>
  fact.known ? { ...fact, value: fact.value.software } : fact;
