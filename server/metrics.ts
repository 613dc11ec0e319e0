import { createServer, type Server, type ServerResponse } from "node:http";
import type { ListensAt } from "#lib/config.ts";
import { log } from "#lib/log.ts";

/** `policy`: the content policy of the page. */
type Page = { readonly html: string; readonly policy: string };
/** What stands behind the door: figures for programs, and a page for whoever runs this copy. */
export type ForOperator = { readonly figures: () => Promise<string>; readonly page: () => Promise<Page> };

/** A door of its own for those who watch this copy: visitors cannot reach it, and Next knows nothing of it. */
export async function listenForMetrics({ host, port }: ListensAt, behind: ForOperator): Promise<Server> {
  const server = createServer((request, response) => {
    const give = request.method === "GET" ? answers(behind).get(request.url?.split("?")[0] ?? "") : undefined;
    if (!give) {
      response.writeHead(404).end();
      return;
    }
    give(response).catch((error: unknown) => {
      log.error({ error: error instanceof Error ? error.message : "unknown" }, "metrics failed");
      response.writeHead(503).end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", () => reject(new Error(`METRICS cannot listen at ${host}:${port}. Choose another port.`)));
    server.listen(port, host, resolve);
  });
  return server;
}

type Give = (response: ServerResponse) => Promise<unknown>;

function answers({ figures, page }: ForOperator): ReadonlyMap<string, Give> {
  const giveFigures: Give = async (response) => {
    const body = await figures();
    response.writeHead(200, { "content-type": "text/plain; version=0.0.4; charset=utf-8" }).end(body);
  };
  const givePage: Give = async (response) => {
    const { html, policy } = await page();
    response.writeHead(200, { ...HEADERS, "content-security-policy": policy }).end(html);
  };
  return new Map([
    ["/metrics", giveFigures],
    ["/", givePage],
  ]);
}

const HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};
