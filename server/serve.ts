import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { NextConfig } from "next";
import type { Config, ListensAt } from "#lib/config.ts";
import { log } from "#lib/log.ts";
import { type App, OWN_CALL, openApp } from "#lib/wire.ts";
import { clientAddress } from "./client-address.ts";
import { alwaysWithPolicy } from "./content-policy.ts";
import { pathOf } from "./door.ts";
import { type LargeBodies, openLargeBodies } from "./large-bodies.ts";
import { openLimits, type VisitorLimits } from "./limits.ts";
import { listenForMetrics } from "./metrics.ts";
import { giveOwnDocument } from "./own-documents.ts";
import { giveFile, ownFile } from "./own-files.ts";
import { BROKEN, speakPlainly } from "./plain-words.ts";
import { refuse, turnAway } from "./turn-away.ts";

const SLICE_ENDS_MS = 5_000;
/** A body that comes more slowly keeps a place that others wait for. */
const BODY_MS = 60_000;
const PARENT_LOOK_MS = 250;
const A_YEAR = "max-age=31536000";

/** `path`: where a visitor should begin. */
type Serving = { readonly dev: boolean; readonly path?: string };

/** The server around Next: it owns the signals, the visitor's address and the limits, and frees port and lock. */
export async function serve(config: Config, { dev, path = "" }: Serving): Promise<void> {
  Object.assign(process.env, { NODE_ENV: dev ? "development" : "production" });
  let opened: OpenServer | undefined;
  const open = async (documents: App["ownDocuments"]): Promise<void> => {
    if (config.worker !== "only") opened = await listen(config, documents, dev);
  };
  const app = await openApp(config, { beforeWork: open });
  await opened?.letIn(app);
  const watched = config.metrics ? await watchedAt(config.metrics, app) : undefined;
  endOnSignal(
    app,
    [opened?.server, watched].flatMap((server) => server ?? []),
  );
  const where = opened ? `at http://localhost:${config.port}${path}` : "working without pages";
  process.stdout.write(`Housewarming ${app.version} is ${where} (${(await app.health()).store} database)\n`);
}

const watchedAt = (at: ListensAt, { metrics, operatorPage }: App): Promise<Server> =>
  listenForMetrics(at, { figures: async () => (await metrics?.()) ?? "", page: operatorPage });

type OpenServer = { readonly server: Server; letIn(app: App): Promise<void> };
type Handle = (request: IncomingMessage, response: ServerResponse) => void;

/** Checks that go on after a start sign their questions at once, so our key is given out before the pages are ready. */
async function listen(config: Config, documents: App["ownDocuments"], dev: boolean): Promise<OpenServer> {
  const pages = Promise.withResolvers<Handle>();
  let opened: App | undefined;
  const server = createServer((request, response) => {
    // While developing, Next brings scripts and styles that no policy of ours allows.
    if (!dev) alwaysWithPolicy(response);
    if (giveOwnDocument(request, response, documents)) return;
    // While developing, Next shows what went wrong.
    if (!dev) speakPlainly(request, response, { notice: config.notice, isAway: () => opened?.trouble() !== undefined });
    pages.promise.then(
      (handle) => handle(request, response),
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(portError(error, config.port)));
    server.listen(config.port, resolve);
  });
  server.requestTimeout = BODY_MS;
  const letIn = async (app: App): Promise<void> => {
    opened = app;
    pages.resolve(await openPages(app, dev));
  };
  return { server, letIn };
}

async function openPages(app: App, dev: boolean): Promise<Handle> {
  const { default: next } = await import("next");
  const settings = dev ? {} : { conf: builtWith() };
  const pages = next({ dev, dir: process.cwd(), hostname: "localhost", port: app.config.port, ...settings });
  await pages.prepare();
  const handle = pages.getRequestHandler();
  const limits = app.config.limits ? openLimits() : undefined;
  const largeBodies = openLargeBodies();
  return (request, response) => admit({ app, limits, largeBodies }, request, response, () => handle(request, response));
}

/** Next's settings as the build left them: to read their source again it would load a compiler. */
const builtWith = (): NextConfig =>
  (JSON.parse(readFileSync(".next/required-server-files.json", "utf8")) as { config: NextConfig }).config;

type Door = { readonly app: App; readonly limits: VisitorLimits | undefined; readonly largeBodies: LargeBodies };

function admit(
  { app, limits, largeBodies }: Door,
  request: IncomingMessage,
  response: ServerResponse,
  go: () => Promise<void>,
): void {
  const address = clientAddress(request, app.config.trustProxy);
  request.headers["x-forwarded-for"] = address;
  // A browser heeds this where it came over https alone.
  if (app.config.publicUrl.startsWith("https:")) response.setHeader("strict-transport-security", A_YEAR);
  const isOurs = request.headers[OWN_CALL] === app.ownCall;
  if (turnAway({ limits: isOurs ? undefined : limits, largeBodies }, request, response, address)) return;
  const file = ownFile(pathOf(request.url ?? "/"), app.config, new Date());
  if (file !== undefined && (request.method === "GET" || request.method === "HEAD")) {
    giveFile(response, file, request.method === "GET");
    return;
  }
  go().catch((error: unknown) => {
    log.error({ error: error instanceof Error ? error.message : "unknown" }, "request failed");
    if (response.headersSent) response.destroy();
    else refuse(response, { problem: BROKEN });
  });
}

function endOnSignal(app: App, servers: readonly Server[]): void {
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    // Whatever hangs, port and lock are free after five seconds.
    setTimeout(() => process.exit(0), SLICE_ENDS_MS).unref();
    for (const server of servers) {
      server.close();
      server.closeIdleConnections();
    }
    void app.close().finally(() => {
      for (const server of servers) server.closeAllConnections();
      process.exit(0);
    });
  };
  process.on("SIGTERM", end);
  process.on("SIGINT", end);
  endWithNpm(end);
}

/** npm hands a signal to the shell between it and us, and that shell ends without handing it on. */
function endWithNpm(end: () => void): void {
  if (!process.env.npm_lifecycle_event) return;
  const shell = process.ppid;
  setInterval(() => process.ppid !== shell && end(), PARENT_LOOK_MS).unref();
}

function portError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === "EADDRINUSE") return new Error(`Port ${port} is taken. Set PORT to a free one.`);
  if (error.code === "EACCES") return new Error(`Port ${port} is not open to this user. Set PORT to one above 1023.`);
  return error;
}
