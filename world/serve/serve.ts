import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer, type Server as HttpsServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import type { SecureContext } from "node:tls";
import type { Surroundings } from "../faults/fault.ts";
import { FAULTS } from "../faults/names.ts";
import type { Server, WorldState } from "../model.ts";
import type { PushService } from "../push/push-service.ts";
import { picture } from "../software/common/picture.ts";
import { type Asked, empty, html, type Reply } from "../software/common/reply.ts";
import { isSigned } from "../software/common/signature.ts";
import { SOFTWARE } from "../software/index.ts";
import type { Authority } from "./certs.ts";
import { answerElsewhere, type Elsewhere } from "./elsewhere.ts";
import { openGotosocialSigners } from "./gotosocial-signer.ts";
import { latencyOf } from "./latency.ts";
import { openLimits } from "./limits.ts";
import { openSigners } from "./signer.ts";
import type { Reach } from "./signer-key.ts";

/** One line for every request that reached a server of this world. */
export type Logged = {
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly at: number;
  status: number;
  /** Of the answer's body, as it was sent; an answer that is poured out by a fault has none. */
  bytes: number;
};

export type Serving = { readonly port: number; readonly requests: Logged[]; stop(): Promise<void> };
export type Ways = {
  readonly authority: Authority;
  readonly port: number;
  readonly surroundings: Surroundings;
  /** Times as fast as the real network; without it nobody waits. */
  readonly speed?: number;
  /** How to fetch the key of a client that signs a question; without it keys are not fetched. */
  readonly reach?: Reach;
  readonly elsewhere?: Elsewhere | undefined;
  readonly push?: PushService | undefined;
};

/** All servers behind one port, told apart by the name in the TLS greeting and in the Host header. */
export async function serve(world: WorldState, ways: Ways): Promise<Serving> {
  const requests: Logged[] = [];
  const answer = answering(world, ways.surroundings);
  const [mastodons, gotosocials] = [openSigners(ways.reach), openGotosocialSigners(ways.reach)];

  const respond = async (req: IncomingMessage, res: ServerResponse) => {
    const server = world.servers.get(hostOf(req));
    const logged = note(requests, req, world.clock.now());
    if (!server) return send(res, logged, await outside(ways, req));
    const heard = await read(req, world.clock.now());
    const signerOf = server.software === "gotosocial" ? gotosocials : mastodons;
    const asked = { ...heard, signer: await signerOf(server, heard, req.url ?? "/") };
    if (ways.speed) await pause(latencyOf(world.seed, server, asked) / ways.speed);
    const reply = front(server, hostOf(req), req) ?? answer(server, asked);
    const pour = server.fault && FAULTS[server.fault].pour;
    if (pour) pour(res, reply);
    else send(res, logged, reply);
  };

  const https = createServer({ SNICallback: greet(world, ways.authority), ALPNProtocols: ["http/1.1"] }, (req, res) => {
    respond(req, res).catch((cause: unknown) => res.writeHead(500).end(`the world itself failed: ${String(cause)}`));
  });
  https.keepAliveTimeout = 60_000; // a connection that ends just as it is used again would look like a fault
  https.on("tlsClientError", () => undefined); // a client that does not trust us simply leaves
  const sockets = new Set<Socket>();
  https.on("connection", (socket: Socket) => sockets.add(socket.once("close", () => sockets.delete(socket))));
  await new Promise<void>((done) => https.listen(ways.port, "127.0.0.1", done));
  return { port: (https.address() as AddressInfo).port, requests, stop: () => close(https, sockets) };
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

type Greeted = (error: Error | null, context?: SecureContext) => void;
const greet = (world: WorldState, authority: Authority) => (host: string, done: Greeted) => {
  const fault = world.servers.get(host)?.fault;
  const { greeting, certificate } = fault ? FAULTS[fault] : NONE;
  if (greeting === "silence") return;
  if (greeting === "alarm") done(new Error("no handshake with this one"));
  else done(null, authority.contextFor(host, certificate));
};
const NONE: (typeof FAULTS)[keyof typeof FAULTS] = {};

function answering(world: WorldState, surroundings: Surroundings) {
  const limit = openLimits();
  return (server: Server, asked: Asked): Reply => {
    const { mishear, instead, change } = server.fault ? FAULTS[server.fault] : NONE;
    const replaced = instead?.(asked, server, surroundings);
    if (replaced) return replaced;
    if (/\.png$|^\/identicon\//.test(asked.path)) return picture(asked.path);
    const { headers, refusal } = limit(server, asked);
    const reply =
      refusal ?? SOFTWARE[server.software]({ world, server, asked: mishear?.(asked) ?? asked }) ?? empty(404);
    const full = { ...reply, headers: { ...COMMON, ...reply.headers, ...headers } };
    return change ? change(full, asked, server, surroundings) : full;
  };
}

/** The domain in handles belongs to some website; all it does for the server behind is to show the way to it. */
function front(server: Server, host: string, { url = "" }: IncomingMessage): Reply | undefined {
  if (host === server.web) return undefined;
  if (!url.startsWith("/.well-known/webfinger")) return html(`The website of ${server.host}`, 404);
  return { ...empty(301), headers: { location: `https://${server.web}${url}` } };
}

const COMMON = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "Link, X-RateLimit-Reset, X-RateLimit-Limit, X-RateLimit-Remaining",
  "x-content-type-options": "nosniff",
};

const hostOf = (req: IncomingMessage) => (req.headers.host ?? "").replace(/:\d+$/, "").replace(/\.$/, "").toLowerCase();

function note(requests: Logged[], req: IncomingMessage, at: number): Logged {
  const line: Logged = { host: hostOf(req), method: req.method ?? "", path: req.url ?? "", at, status: 0, bytes: 0 };
  requests.push(line);
  return line;
}

function send(res: ServerResponse, logged: Logged, { status, headers, body, bytes }: Reply): void {
  logged.status = status;
  const sent = bytes ?? Buffer.from(body);
  logged.bytes = sent.length;
  res.writeHead(status, { ...headers, "content-length": String(sent.length) }).end(sent);
}

async function read(req: IncomingMessage, now: number): Promise<Asked> {
  const url = new URL(req.url ?? "/", "https://world.invalid");
  const body = req.method === "POST" ? await readBody(req) : undefined;
  return {
    method: req.method ?? "GET",
    path: url.pathname.length > 1 ? url.pathname.replace(/\/$/, "") : url.pathname,
    query: url.searchParams,
    headers: req.headers,
    body,
    signed: isSigned(req.headers, now),
    now,
  };
}

/** No server of the fediverse is called so. */
async function outside({ push, elsewhere }: Ways, req: IncomingMessage): Promise<Reply> {
  const { url = "/", method, headers } = req;
  if (hostOf(req) !== push?.host) return answerElsewhere(elsewhere, hostOf(req), url);
  return empty(method === "POST" ? push.answer(url, headers, await readBytes(req)) : 404, "text/plain");
}

async function readBytes(req: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

async function readBody(req: IncomingMessage): Promise<unknown> {
  const text = (await readBytes(req)).toString();
  if (String(req.headers["content-type"]).startsWith("application/x-www-form-urlencoded"))
    return Object.fromEntries(new URLSearchParams(text));
  try {
    return JSON.parse(text || "{}");
  } catch {
    return undefined;
  }
}

/** Also those whose greeting was never answered, which the server does not count among its connections. */
function close(https: HttpsServer, sockets: ReadonlySet<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  return new Promise((done) => https.close(() => done()));
}
