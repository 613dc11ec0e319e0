import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { parseRoutes } from "#lib/net/routes.ts";
import type { CheckDeps } from "./check/deps.ts";
import { type Limits, openLimits } from "./check/limits.ts";
import { type Previewed, preview } from "./check/preview.ts";
import { runCheck } from "./check/run.ts";
import { type Checks, openChecks } from "./check/service.ts";
import { openWatch, type Watch } from "./check/watch.ts";
import { type Config, ConfigError, readConfig } from "./config.ts";
import type { Health } from "./contract/preview.ts";
import { log } from "./log.ts";
import { openGate } from "./net/gate.ts";
import { watchChanges } from "./store/changes.ts";
import { openLedger } from "./store/ledger.ts";
import { openMemory } from "./store/memory.ts";
import { openStore } from "./store/open-store.ts";
import { optedOut } from "./store/opt-outs.ts";
import { openQueue } from "./store/queue.ts";
import { settingOnce } from "./store/settings.ts";
import type { StorePlace } from "./store/store.ts";
import { sweep } from "./store/sweep.ts";

export type { LimitName } from "./check/limits.ts";
export type { CheckEvent } from "./check/watch.ts";

/** Everything a route or a page may use. Opened once in a process. */
export type App = {
  readonly config: Config;
  readonly version: string;
  readonly checks: Checks;
  readonly watch: Watch;
  readonly limits: Limits;
  /** Fires when the process is about to end: streams close, and their readers come back to the next one. */
  readonly closing: AbortSignal;
  preview(address: string): Promise<Previewed>;
  health(): Health;
  close(): Promise<void>;
};

const CHECKS_AT_ONCE = 4;
const SWEEP_MS = 600_000;
const KEPT = Symbol.for("housewarming.app");
type Kept = { [KEPT]?: Promise<App> };

/** Next bundles this file more than once; the process keeps one app all the same. */
export const app = (): Promise<App> => (globalThis as Kept)[KEPT] ?? openApp(readConfig(process.env));

export function openApp(config: Config): Promise<App> {
  const opened = open(config);
  (globalThis as Kept)[KEPT] = opened;
  return opened;
}

async function open(config: Config): Promise<App> {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  const now = (): Date => new Date();
  const store = await openStore(placeOf(config));
  const ledger = await openLedger(store, now);
  const memory = openMemory(store, now);
  const gate = openGate({
    ...{ ledger, memory, now, robots: config.robots },
    ...networkOf(config),
    userAgent: `Housewarming/${version} (+${config.publicUrl}/bot)`,
    optOut: async (host) =>
      config.optOut.some((out) => host === out || host.endsWith(`.${out}`)) || optedOut(store, host),
  });
  const queue = await openQueue(store, { now, onError: (error) => log.error({ error: messageOf(error) }, "queue") });
  const changes = await watchChanges(store);
  const secret = config.secretKey ?? (await settingOnce(store, "secret", () => randomBytes(32).toString("base64url")));
  const deps: CheckDeps = {
    ...{ store, gate, memory, now },
    wake: (id, at) => queue.send(id, at),
    settings: {
      publicUrl: config.publicUrl,
      proof: config.proof,
      retentionDays: config.retentionDays,
      ...(config.crashAt ? { crashAt: config.crashAt } : {}),
    },
    report: (line) => log.info(line, "check done"),
  };
  const owner = randomUUID();
  if (config.worker !== "off") {
    await queue.work((id, signal) => runCheck(deps, id, owner, signal), { concurrency: CHECKS_AT_ONCE });
  }
  const closing = new AbortController();
  const sweeping = setInterval(
    () => void sweep(store, now()).catch((error) => log.error({ error: messageOf(error) }, "sweep")),
    SWEEP_MS,
  );
  return {
    ...{ config, version },
    checks: openChecks(deps),
    watch: openWatch(deps, changes),
    limits: openLimits(),
    closing: closing.signal,
    preview: (address) => preview(deps, address, (url) => avatarPath(secret, url)),
    health: () => ({
      ...{ ok: true, version, worker: config.worker, routes: config.routes !== "" },
      store: store.kind === "postgres" ? "postgres" : "embedded",
    }),
    async close() {
      closing.abort();
      clearInterval(sweeping);
      await queue.stop({ timeout: 4_000 });
      await gate.close();
      await ledger.settle();
      await changes.close();
      await store.close();
    },
  };
}

const placeOf = ({ databaseUrl, dataDir }: Config): StorePlace =>
  databaseUrl ? { kind: "postgres", url: databaseUrl } : { kind: "embedded", dataDir };

function networkOf({ routes, caFile }: Config) {
  const parsed = parseRoutes(routes);
  if (!parsed.ok) throw new ConfigError(`FEDIVERSE_ROUTES: ${parsed.problem}`);
  return { routes: parsed.routes, ...(caFile ? { ca: readFileSync(caFile, "utf8") } : {}) };
}

/** Only pictures whose address we signed are fetched: the route is no proxy for strangers. */
function avatarPath(secret: string, url: string): string {
  const address = Buffer.from(url).toString("base64url");
  return `/api/avatars/${createHmac("sha256", secret).update(address).digest("base64url").slice(0, 32)}.${address}`;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
