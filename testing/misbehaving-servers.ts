import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import type { SecureContext } from "node:tls";

/** Servers on loopback that misbehave on request, for this folder's tests. */
export type Serve = (request: IncomingMessage, response: ServerResponse) => void;
export type Certificates = {
  readonly caPem: string;
  contextFor(host: string, kind?: "good" | "expired" | "wrong-name"): SecureContext;
};
export type Bed = {
  /** All names below `.test`, as a route. */
  readonly routes: string;
  readonly ca: string;
  /** Requests that arrived, `host path`, robots.txt left out. */
  readonly seen: string[];
  readonly robotsSeen: string[];
  /** Most connections open at once, by host. */
  readonly crowd: Map<string, number>;
  /** Handshakes done with all hosts. */
  readonly handshakes: () => number;
  serve(host: string, serve: Serve): void;
  robots(host: string, text: string | Serve): void;
  close(): Promise<void>;
};

const KINDS = { "expired.test": "expired", "wrong-name.test": "wrong-name" } as const;
const kindOf = (host: string) => (host in KINDS ? KINDS[host as keyof typeof KINDS] : "good");

export async function openBed(certificates: Certificates): Promise<Bed> {
  const pages = new Map<string, Serve>();
  const robots = new Map<string, string | Serve>();
  const bed = { seen: [] as string[], robotsSeen: [] as string[], crowd: new Map<string, number>() };
  const busy = new Map<string, number>();

  const answerRobots = (host: string, request: IncomingMessage, response: ServerResponse) => {
    bed.robotsSeen.push(host);
    const given = robots.get(host);
    if (typeof given === "function") return given(request, response);
    response.writeHead(given === undefined ? 404 : 200, { "content-type": "text/plain" }).end(given);
  };
  const answerPage = (host: string, request: IncomingMessage, response: ServerResponse) => {
    bed.seen.push(`${host} ${request.url}`);
    busy.set(host, (busy.get(host) ?? 0) + 1);
    bed.crowd.set(host, Math.max(bed.crowd.get(host) ?? 0, busy.get(host) ?? 0));
    response.on("close", () => busy.set(host, (busy.get(host) ?? 1) - 1));
    const page = pages.get(host);
    if (page) page(request, response);
    else response.writeHead(404).end();
  };

  const server = createSecureServer(
    { SNICallback: (host, done) => done(null, certificates.contextFor(host, kindOf(host))) },
    (request, response) => {
      const host = request.headers.host ?? "";
      if (request.url === "/robots.txt") answerRobots(host, request, response);
      else answerPage(host, request, response);
    },
  );
  let handshakes = 0;
  server.on("secureConnection", () => {
    handshakes += 1;
  });
  const port = await listen(server);
  return {
    ...bed,
    handshakes: () => handshakes,
    routes: `*.test=127.0.0.1:${port}`,
    ca: certificates.caPem,
    serve: (host, serve) => void pages.set(host, serve),
    robots: (host, text) => void robots.set(host, text),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

export type Trap = { readonly port: number; readonly hits: () => number; close(): Promise<void> };

/** Something on loopback that counts who comes: the canary, a black hole, a door slammed shut. */
export async function openTrap(greet: (socket: Socket) => void = (socket) => socket.destroy()): Promise<Trap> {
  const sockets = new Set<Socket>();
  let hits = 0;
  const server = createServer((socket) => {
    hits += 1;
    sockets.add(socket.on("error", () => {}).on("close", () => sockets.delete(socket)));
    greet(socket);
  });
  const port = await listen(server);
  return {
    port,
    hits: () => hits,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

async function listen(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return port;
}

export const json =
  (value: unknown, headers: Record<string, string> = {}): Serve =>
  (_, response) =>
    void response.writeHead(200, { "content-type": "application/json", ...headers }).end(JSON.stringify(value));

export const redirect =
  (location: string, status = 302): Serve =>
  (_, response) =>
    void response.writeHead(status, { location }).end();
