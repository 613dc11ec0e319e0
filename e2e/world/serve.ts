import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer, type Server as HttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { Authority } from "./certs.ts";
import { openLimits } from "./limits.ts";
import type { Server, WorldState } from "./model.ts";
import { SOFTWARE } from "./software/index.ts";
import { type Asked, empty, type Reply } from "./software/shared/reply.ts";
import { isSigned } from "./software/shared/signature.ts";

/** One line for every request that reached a server of this world. */
export type Logged = {
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly at: number;
  status: number;
};

export type Serving = { readonly port: number; readonly requests: Logged[]; stop(): Promise<void> };

/** All servers behind one port, told apart by the name in the TLS greeting and in the Host header. */
export async function serve(world: WorldState, authority: Authority, port: number): Promise<Serving> {
  const requests: Logged[] = [];
  const limit = openLimits();

  const respond = async (req: IncomingMessage, res: ServerResponse) => {
    const server = world.servers.get(hostOf(req));
    const logged = note(requests, req, world.clock.now());
    if (!server) return send(res, logged, empty(421, "text/plain"));
    send(res, logged, answer(world, server, await read(req, world.clock.now()), limit));
  };

  const https = createServer(
    { SNICallback: (host, done) => done(null, authority.contextFor(host)), ALPNProtocols: ["http/1.1"] },
    (req, res) => void respond(req, res).catch((cause: unknown) => res.destroy(cause as Error)),
  );
  https.on("tlsClientError", () => undefined); // whoever does not trust us simply leaves
  await new Promise<void>((done) => https.listen(port, "127.0.0.1", done));
  return { port: (https.address() as AddressInfo).port, requests, stop: () => close(https) };
}

function answer(world: WorldState, server: Server, asked: Asked, limit: ReturnType<typeof openLimits>): Reply {
  if (server.fault === "gone") return empty(410);
  if (server.fault === "bad-gateway") return empty(502);
  const { headers, refusal } = limit(server, asked);
  const reply = refusal ?? SOFTWARE[server.software]?.({ world, server, asked }) ?? empty(404);
  return { ...reply, headers: { ...COMMON, ...reply.headers, ...headers } };
}

const COMMON = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "Link, X-RateLimit-Reset, X-RateLimit-Limit, X-RateLimit-Remaining",
  "x-content-type-options": "nosniff",
};

const hostOf = (req: IncomingMessage) => (req.headers.host ?? "").replace(/:\d+$/, "").replace(/\.$/, "").toLowerCase();

function note(requests: Logged[], req: IncomingMessage, at: number): Logged {
  const line: Logged = { host: hostOf(req), method: req.method ?? "", path: req.url ?? "", at, status: 0 };
  requests.push(line);
  return line;
}

function send(res: ServerResponse, logged: Logged, { status, headers, body }: Reply): void {
  logged.status = status;
  res.writeHead(status, { ...headers, "content-length": String(Buffer.byteLength(body)) }).end(body);
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

async function readBody(req: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(part as Buffer);
  try {
    return JSON.parse(Buffer.concat(parts).toString() || "{}");
  } catch {
    return undefined;
  }
}

function close(https: HttpsServer): Promise<void> {
  https.closeAllConnections();
  return new Promise((done) => https.close(() => done()));
}
