import { createServer, type Server } from "node:http";
import type { ListensAt } from "#lib/config.ts";
import { log } from "#lib/log.ts";

/** A door of its own for the programs that watch this copy: visitors cannot reach it, and Next knows nothing of it. */
export async function listenForMetrics({ host, port }: ListensAt, text: () => Promise<string>): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.method !== "GET" || request.url?.split("?")[0] !== "/metrics") {
      response.writeHead(404).end();
      return;
    }
    text().then(
      (body) => response.writeHead(200, { "content-type": "text/plain; version=0.0.4; charset=utf-8" }).end(body),
      (error: unknown) => {
        log.error({ error: error instanceof Error ? error.message : "unknown" }, "metrics failed");
        response.writeHead(503).end();
      },
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", () => reject(new Error(`METRICS cannot listen at ${host}:${port}. Choose another port.`)));
    server.listen(port, host, resolve);
  });
  return server;
}
