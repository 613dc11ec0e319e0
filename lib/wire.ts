import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { getDomain } from "tldts";
import { type Previewed, preview } from "#lib/check/accounts/preview.ts";
import { type Letters, openLetters } from "#lib/check/owner/letters.ts";
import { type RemovalWord, type Removed, removalWord, removeAll } from "#lib/check/owner/removal.ts";
import { type Checks, openChecks } from "#lib/check/owner/service.ts";
import { runCheck } from "#lib/check/run/run.ts";
import { openWatch, type Watch } from "#lib/check/run/watch.ts";
import type { CheckDeps } from "#lib/check/state/deps.ts";
import { defined } from "#lib/flow/defined.ts";
import { watchChanges } from "#lib/store/check/changes.ts";
import { checksAtWork, dueChecks } from "#lib/store/check/checks.ts";
import { readFigures } from "#lib/store/check/figures.ts";
import { sweep } from "#lib/store/check/sweep.ts";
import { openLedger } from "#lib/store/ledger/ledger.ts";
import { forgetServer } from "#lib/store/memory/forget-server.ts";
import { openMemory } from "#lib/store/memory/memory.ts";
import { plainError } from "#lib/store/open/plain-error.ts";
import { settingOnce } from "#lib/store/open/settings.ts";
import type { StorePlace } from "#lib/store/open/store.ts";
import { openQueue } from "#lib/store/queue/queue.ts";
import { openRunning, type Running } from "./check/owner/running.ts";
import { type Config, readConfig } from "./config.ts";
import type { Health } from "./contract/preview.ts";
import { log } from "./log.ts";
import { openPushes, type Pushes } from "./push/service.ts";
import { makeShares, type Shares } from "./share/service.ts";
import { makeSeal } from "./signin/seal.ts";
import { type Avatars, openAvatars } from "./wire/avatars.ts";
import { counted } from "./wire/counted-exchange.ts";
import { type Looks, openLooks } from "./wire/looks.ts";
import { openMetrics } from "./wire/metrics/metrics.ts";
import { type Network, openNetwork } from "./wire/network.ts";
import { readNetworkSettings } from "./wire/network-settings.ts";
import { noticeWords } from "./wire/notice-words.ts";
import { openPlace } from "./wire/open-place.ts";
import { type OperatorPage, operatorPage } from "./wire/operator/page.ts";
import { addressProblems } from "./wire/operator/sentences.ts";
import { NO_LIMITS, type Recording, recordedExchange } from "./wire/recording.ts";
import { openSignIns, type SignIns } from "./wire/sign-ins.ts";

export type { CheckEvent } from "#lib/check/run/watch.ts";
export type { Recorded } from "#lib/net/recording/recorded.ts";
export { replaying } from "#lib/net/recording/replay.ts";
export { deviceOf } from "#lib/push/subscription.ts";
export { isPassing, type NotBegun } from "#lib/signin/set-out.ts";
export { isConnectionLost } from "#lib/store/open/connection-lost.ts";
export { plainError } from "#lib/store/open/plain-error.ts";
export type { StorePlace } from "#lib/store/open/store.ts";

/** Everything a route or a page may use. Opened once in a process. */
export type App = {
  readonly config: Config;
  readonly version: string;
  readonly checks: Checks;
  readonly shares: Shares;
  readonly letters: Letters;
  readonly signIns: SignIns;
  /** Null where this copy sends no notices. */
  readonly pushes: Pushes | null;
  readonly looks: Looks;
  readonly removals: {
    word(address: string): RemovalWord;
    remove(address: string): Promise<Removed>;
  };
  readonly watch: Watch;
  readonly running: Running;
  readonly avatars: Pick<Avatars, "read">;
  readonly ownDocuments: Network["ownDocuments"];
  /** What {@link OWN_CALL} holds in this process. */
  readonly ownCall: string;
  /** Fires when the process is about to end: streams close, and their readers come back to the next one. */
  readonly closing: AbortSignal;
  preview(address: string): Promise<Previewed>;
  health(): Promise<Health>;
  /** In the text form of Prometheus; null where the operator wants none. */
  readonly metrics: (() => Promise<string>) | null;
  /** How this copy does, in words, at the same door. */
  operatorPage(): Promise<OperatorPage>;
  /** Forgets what is past its time, and wakes checks whose moment has come. Done every ten minutes anyway. */
  tidy(): Promise<void>;
  /** The code of what is wrong with the store: it is full or away. */
  trouble(): string | undefined;
  close(): Promise<void>;
};

/** The header of requests that we send to ourselves: they count against no visitor. */
export const OWN_CALL = "x-own-call";
const CHECKS_AT_ONCE = 4;
const TIDY_MS = 600_000;
const HANDLERS_END_MS = 4_000;
const KEPT = Symbol.for("housewarming.app");
type Kept = { [KEPT]?: Promise<App> };

/** Next bundles this file more than once; the process keeps one app all the same. */
export const app = (): Promise<App> => (globalThis as Kept)[KEPT] ?? openApp(readConfig(process.env));

export type AppOptions = {
  /** Where the store is, when the configuration does not say it. A command that ends with its answer needs no file. */
  readonly place?: StorePlace;
  readonly now?: () => Date;
  /** Awaited before the first check goes on: where servers ask us for our key, the answer has to be there. */
  readonly beforeWork?: (ownDocuments: Network["ownDocuments"]) => Promise<void>;
  readonly recording?: Recording;
};

export function openApp(config: Config, given: AppOptions = {}): Promise<App> {
  const opened = open(config, given);
  (globalThis as Kept)[KEPT] = opened;
  return opened;
}

async function open(config: Config, given: AppOptions): Promise<App> {
  const { place = placeOf(config), now = () => new Date(), beforeWork = async () => {}, recording } = given;
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  const settings = readNetworkSettings(config);
  const store = await openPlace(place);
  const ledger = recording && "replay" in recording ? NO_LIMITS : await openLedger(store, now);
  const through = recording ? recordedExchange(recording, now) : counted;
  const network = await openNetwork(config, settings, version, store, ledger, now, through);
  const [memory, shareMemory] = [openMemory(store, now), openMemory(store, now, "shareAsks")];
  const memories = [memory, shareMemory];
  const gate = network.openGate(memory, memories);
  // What anybody may have us ask without a check.
  const askGate = network.openGate(memory, memories, "aside");
  const shareGate = network.openGate(shareMemory, memories, "aside");
  // Somebody added to the list since the last start may never be asked again, which is when others are forgotten.
  for (const host of settings.optOut) await forgetServer({ store, memories, ledger }, host);
  // Jobs become due by the clock of the store.
  const queue = await openQueue(store, {
    now: () => new Date(),
    onError(error) {
      store.trouble.heard(error);
      noticed("queue")(error);
    },
  });
  const changes = await watchChanges(store);
  const secret = config.secretKey ?? (await settingOnce(store, "secret", () => randomBytes(32).toString("base64url")));
  const avatars = openAvatars(askGate, memory, secret);
  const { publicUrl, proof, retentionDays, plannedDays, hints, crashAt } = config;
  const signIns = openSignIns({ gate, shareGate, store, now, publicUrl, secret });
  const pushes = config.push
    ? await openPushes({ store, gate, now, publicUrl, seal: makeSeal(secret), words: noticeWords })
    : null;
  const deps: CheckDeps = {
    ...{ store, gate, memory, now },
    wake: (id, at) => queue.send(id, at),
    settings: {
      publicUrl,
      proof,
      retentionDays,
      plannedDays,
      hints,
      ...defined({ crashAt, pushKey: pushes?.publicKey }),
    },
    tokens: signIns.tokens,
    avatarPath: avatars.pathOf,
    sameSite,
    sign: (text) => createHmac("sha256", secret).update(text).digest("base64url"),
    report: (line) => log.info(line, "check done"),
    trouble: noticed("check"),
  };
  const shares = makeShares({
    ...{ store, gate: shareGate, memory: shareMemory, secret, publicUrl, now, looks: config.signIn },
    avatarPath: avatars.pathOf,
    sameSite,
  });
  await beforeWork(network.ownDocuments);
  if (config.worker !== "off") {
    const owner = randomUUID();
    const handle = async (id: string, signal: AbortSignal): Promise<void> => {
      await runCheck(deps, id, owner, signal);
      await shares.refresh(id);
      await pushes?.tell(id).catch(noticed("notice"));
    };
    await queue.work(handle, { concurrency: CHECKS_AT_ONCE });
  }
  const closing = new AbortController();
  const wakeDue = async (): Promise<void> => {
    for (const id of await dueChecks(store, now())) await queue.send(id);
  };
  const tidyAll = async (): Promise<void> => {
    // Before their checks go: a token is given back by what stands in its row.
    await signIns.sweep(deps);
    await Promise.all([sweep(store, now()), shares.reconfirm(), wakeDue(), pushes?.tellRest()]);
  };
  const tidy = (): Promise<void> => tidyAll().catch(noticed("tidying"));
  void tidy();
  const tidying = setInterval(() => void tidy(), TIDY_MS);
  return {
    ...{
      config,
      version,
      shares,
      pushes,
      avatars,
      ownDocuments: network.ownDocuments,
      closing: closing.signal,
      ownCall: randomUUID(),
    },
    checks: openChecks(deps),
    signIns: signIns.serve(deps, config.signIn),
    looks: openLooks(signIns, shares),
    removals: {
      word: (address) => removalWord(deps, address),
      // Few, by a limit of their own, and not to be turned away by what others look up.
      remove: (address) => removeAll(deps, address),
    },
    letters: openLetters(store, secret, now),
    watch: openWatch(deps, changes),
    running: openRunning((ids) => checksAtWork(store, ids)),
    preview: (address) => preview({ ...deps, gate: askGate }, address),
    trouble: store.trouble.code,
    metrics: config.metrics ? openMetrics(store, now).text : null,
    operatorPage: async () =>
      operatorPage({
        ...{ version, publicUrl, at: now().toISOString(), problems: addressProblems(config) },
        ...{ key: network.signing.key, refusals: network.signing.refusals() },
        figures: await readFigures(store, now()),
      }),
    tidy,
    async health() {
      const trouble = await store.trouble.look();
      const kind = store.kind === "postgres" ? "postgres" : "embedded";
      const settled = { version, store: kind, worker: config.worker, routes: config.routes !== "" } as const;
      return { ok: trouble === undefined, ...settled, ...defined({ trouble }) };
    },
    async close() {
      closing.abort();
      clearInterval(tidying);
      await queue.stop({ timeout: HANDLERS_END_MS });
      await Promise.all([gate.close(), askGate.close(), shareGate.close()]);
      await ledger.settle();
      await changes.close();
      await store.close();
    },
  };
}

const placeOf = ({ databaseUrl, dataDir }: Config): StorePlace =>
  databaseUrl ? { kind: "postgres", url: databaseUrl } : { kind: "embedded", dataDir };

const sameSite = (one: string, other: string): boolean =>
  getDomain(one) !== null && getDomain(one) === getDomain(other);

const noticed =
  (where: string) =>
  (error: unknown): void =>
    log.error({ error: plainError(error) }, where);
